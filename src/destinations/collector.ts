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
  return async (events): Promise<Outcome> => {
    try {
      const head: Omit<Batch, 'events'> = { v: 1, site, sentAt: Date.now() }
      const response = await fetch(url, {
        method: 'POST',
        // A string is sent as text/plain;charset=UTF-8, which needs no preflight.
        body: `${JSON.stringify(head).slice(0, -1)},"events":[${events.join()}]}`,
        mode: acknowledge ? 'cors' : 'no-cors',
        credentials: 'omit',
        referrerPolicy: 'strict-origin',
        keepalive: true,
        // Followed, a 301 or 302 would turn into a GET without the events, and its 200 into a loss.
        redirect: acknowledge ? 'error' : 'follow',
        signal: AbortSignal.timeout?.(TIMEOUT_MS) ?? null, // from 2022; without it a request may hang
      })
      const { status, ok, headers } = response
      const reply = await response.text()
      if (ok || !status) return refusedIn(reply) // an opaque answer has status 0
      if ([400, 413, 415, 422].includes(status)) return undefined
      // Given in seconds; a date is rare, and the backoff does as well.
      return Number(headers.get('retry-after')) * 1000 || 0
    } catch {
      return 0 // TypeError: no network, no CORS header, over the keepalive quota, or a patched fetch
    }
  }
}
