import type { Batch } from '../event/events.js'
import { parseUrl } from '../url/parseUrl.js'
import type { Destination, Outcome } from './destination.js'

const TIMEOUT_MS = 6e4

/** Where the collector is, and for which site. */
export interface CollectorOptions {
  endpoint: string
  site: string
  /** False for an endpoint without CORS, whose answer cannot be read. */
  acknowledge: boolean
}

/** The ids that a reply refuses. A reply that is no JSON, or of another shape, refuses none. */
const refusedIn = (reply: string): string[] => {
  try {
    const { refused } = JSON.parse(reply) as { refused: { id: string }[] } // throws where it is not so
    return refused.map(({ id }) => id)
  } catch {
    return [] // SyntaxError: a 204, or a receiver that answers something else
  }
}

/**
 * Makes the destination for a collector that speaks wire format 1.
 *
 * @param page the site's own URL of the page, to which an endpoint may be relative
 */
export function createCollector(
  { endpoint, site, acknowledge }: CollectorOptions,
  page: string = location.href,
): Destination {
  // Not relative to a `<base>`, which may be another host's.
  const url = parseUrl(endpoint, page)?.href ?? endpoint
  // Taken now: what scripts of the page make of `fetch` later changes nothing.
  const request = fetch
  let isRejected = false
  return async (events, isHiding): Promise<Outcome> => {
    const head: Omit<Batch, 'events'> = { v: 1, site, sentAt: Date.now() }
    const body = `${JSON.stringify(head).slice(0, -1)},"events":[${events.join()}]}`
    try {
      let answer: Promise<Response> | undefined
      try {
        answer = request(url, {
          method: 'POST',
          // A string is sent as text/plain;charset=UTF-8, which needs no preflight.
          body,
          mode: acknowledge ? 'cors' : 'no-cors',
          credentials: 'omit',
          referrerPolicy: 'strict-origin',
          // Other scripts may hold the quota of keepalive: then a page that stays does without.
          keepalive: isHiding || !isRejected,
          // Followed, a 301 or 302 would turn into a GET without the events, and its 200 into a loss.
          redirect: acknowledge ? 'error' : 'follow',
          signal: AbortSignal.timeout?.(TIMEOUT_MS) ?? null, // from 2022; without it a request may hang
        })
      } finally {
        // Firefox before 133, or a `fetch` that was patched before us and throws. A beacon has no answer: the events wait on.
        if (isHiding && !(answer && 'keepalive' in Request.prototype))
          navigator.sendBeacon(url, body)
      }
      const response = await answer
      const { status, ok, headers } = response
      const reply = await response.text()
      isRejected = false
      if (ok || !status) return refusedIn(reply) // an opaque answer has status 0
      if ([400, 413, 415, 422].includes(status)) return undefined
      const after = headers.get('retry-after') ?? '' // seconds, or a date
      return Number(after) * 1000 || Date.parse(after) - Date.now() || 0
    } catch {
      isRejected = true
      return 0 // TypeError: no network, no CORS header, over the keepalive quota, or a patched fetch
    }
  }
}
