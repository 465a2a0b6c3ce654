// @vitest-environment happy-dom
/** The names in storage that the documents tell: in both languages, in the file for consent platforms, and in the code. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv } from 'ajv'
import { createTracker } from 'aparte'
import { afterEach, expect, it, vi } from 'vitest'
import { deviceStorageSchema } from './deviceStorageSchema.js'

// Not that of scripts/setup: happy-dom puts its own URL in place of Node's.
const root = path.resolve(fileURLToPath(import.meta.url), '../../..')
const TOKEN = 'jhhe3xhz4gn2s'
const OPT_OUT = `${root}/src/consent/optOut.ts`

/** Name → where it is stored, by the table of a document. */
const namesIn = (file: string): Map<string, string> =>
  new Map(
    [
      ...readFileSync(`${root}/${file}`, 'utf8').matchAll(
        /^\| `(aparte\.[^`]+)` +\| `(\w+Storage)`/gm,
      ),
    ].map(([, name = '', where = '']) => [name, where]),
  )
const documented = namesIn('docs/storage.md')
const fileText = readFileSync(`${root}/docs/deviceStorage.json`, 'utf8')
const disclosed = JSON.parse(fileText) as {
  disclosures: { identifier: string; optOut?: boolean; purposes: number[] }[]
}
const OWN_NAME = 'aparte.opt-out'

/** Everything in web storage now, as the documents write it. */
const storedNow = (): Map<string, string> => {
  const keysOf = (area: 'localStorage' | 'sessionStorage'): [string, string][] =>
    Object.keys(window[area]).map((key) => [key.replace(/\.e\.[\w-]{21}$/, '.e.ID'), area])
  return new Map([...keysOf('localStorage'), ...keysOf('sessionStorage')])
}

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  localStorage.clear()
  sessionStorage.clear()
})

it('a tracker that may store everything stores the documented names, and nothing else', async () => {
  vi.useFakeTimers()
  window.location.href = `https://journal.example/a?dks=${TOKEN}`
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')))
  vi.spyOn(navigator, 'sendBeacon').mockReturnValue(false)
  const tracker = createTracker({ endpoint: '/collect', consent: 'granted' })
  await vi.advanceTimersByTimeAsync(3000)
  tracker.share('whatsapp')
  const stored = storedNow()
  tracker.stop()
  const ofTracker = [...documented].filter(([name]) => name !== OWN_NAME)
  expect(ofTracker).toHaveLength(3)
  expect(stored).toEqual(new Map(ofTracker))
  expect(document.cookie).toBe('')
})

const hasOptOut = existsSync(OPT_OUT)
if (!hasOptOut) console.log('opt-out: no such adapter here yet, so its name is not compared')
it.skipIf(!hasOptOut)('a refusal is stored under the documented name', async () => {
  // By a variable, so that types and lint do not look for what may not be there.
  const { optOut } = (await import(OPT_OUT)) as { optOut: () => { refuse: () => boolean } }
  optOut().refuse()
  expect([...storedNow()]).toEqual([[OWN_NAME, documented.get(OWN_NAME)]])
})

it('the French document has the same names in the same places', () => {
  expect(namesIn('docs/fr/stockage.md')).toEqual(documented)
})

it('the file for consent platforms has the same names', () => {
  const wanted = [...documented.keys()].map((name) => name.replace(/ID$/, '*'))
  expect(disclosed.disclosures.map(({ identifier }) => identifier).toSorted()).toEqual(
    wanted.toSorted(),
  )
})

it('the file for consent platforms is what the specification asks for', () => {
  const check = new Ajv({ allErrors: true, strictTypes: false }).compile(deviceStorageSchema)
  check(disclosed)
  expect(check.errors ?? []).toEqual([])
  // The schema can refuse.
  const broken = (change: (text: string) => string): boolean =>
    check(JSON.parse(change(fileText)) as unknown)
  expect(broken((text) => text)).toBe(true)
  expect(broken((text) => text.replace('"aparte.dks.e.*"', '"*"'))).toBe(false)
  expect(broken((text) => text.replace('"web"', '"cookie"'))).toBe(false)
  expect(broken((text) => text.replace('null', '60'))).toBe(false)
  expect(broken((text) => text.replace('"purposes": [1, 8]', '"purposes": [12]'))).toBe(false)
  expect(broken((text) => text.replace('"domains": ["*"],', ''))).toBe(false)
})

it('a refusal needs no consent, and all else does', () => {
  for (const { purposes, optOut = false } of disclosed.disclosures)
    expect(purposes.includes(1)).toBe(!optOut)
})
