/** Events, batches and requests for the tests of the collector. */
import { mintToken } from 'aparte/token'
import { nanoid } from 'nanoid'

type Given = Record<string, unknown>

const base = (): Given => ({
  id: nanoid(),
  at: Date.now(),
  page: 'https://journal.example/a',
  mode: 'cookieless',
})

/** The nth of many tokens that verify. */
export const tokenOf = (n: number): string =>
  mintToken('copy', 1, (bytes) =>
    Array.from({ length: bytes }, (_, place) => Math.floor(n / 32 ** (bytes - 1 - place))),
  )

/** A share event; the given fields replace its own. */
export const share = (token: string, given: Given = {}): Given => ({
  ...base(),
  type: 'share',
  token,
  channel: 'copy',
  kind: 'blind',
  gesture: 'copy',
  depth: 1,
  certain: true,
  ...given,
})

/** A landing event with this token. */
export const landing = (token: string, given: Given = {}): Given => ({
  ...base(),
  type: 'landing',
  token,
  channel: 'copy',
  kind: 'blind',
  depth: 1,
  repaired: false,
  ...given,
})

/** A person behind the landing or view of this id. */
export const engage = (load: unknown, given: Given = {}): Given => ({
  ...base(),
  type: 'engage',
  load,
  arrival: 'landing',
  evidence: 'input',
  afterMs: 900,
  ...given,
})

/** A view event. */
export const view = (given: Given = {}): Given => ({
  ...base(),
  type: 'view',
  navigation: 'navigate',
  entry: true,
  ...given,
})

/** A batch as a tracker sends it. */
export const batch = (events: unknown[], given: Given = {}): Given => ({
  v: 1,
  site: 'journal.example',
  sentAt: Date.now(),
  events,
  ...given,
})

/** A reader's browser: what programs send is left out of the figures. */
const USER_AGENT = 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0'

/** Posts a body, as JSON unless it is text or bytes already, and gives status and parsed answer. */
export async function post(
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; headers: Headers; answer: unknown }> {
  const isRaw = typeof body === 'string' || body instanceof Uint8Array
  const response = await fetch(`${url}/collect`, {
    method: 'POST',
    headers: {
      'Content-Type': 'text/plain;charset=UTF-8',
      'User-Agent': USER_AGENT,
      ...headers,
    },
    body: isRaw ? (body as string) : JSON.stringify(body), // the types of fetch want a string
  })
  return {
    status: response.status,
    headers: response.headers,
    answer: (await response.json()) as unknown,
  }
}
