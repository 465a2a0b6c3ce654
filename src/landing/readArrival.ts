import type { LandingEvent, Navigation, ViewEvent } from '../event/events.js'
import { detect, type Detection } from '../url/detect.js'
import { parseUrl } from '../url/parseUrl.js'
import { stripMangled } from '../url/stripMangled.js'
import { readSignals } from './readSignals.js'

/** How this document was reached. */
export interface Arrival {
  /** Own URL of the load without its token, before any router rewrote it. */
  href: string
  navigation: Navigation
  /** `true` for a navigation that does not come from a page of the site. */
  entry: boolean
  /** The token in the URL, if any. */
  detection: Detection | undefined
  /** The same, where the load counts as a landing. */
  landed: Detection | undefined
  /** What else tells where the reader came from, for landings and views. */
  signals: Pick<LandingEvent, 'referrerHost' | 'click'>
  /** The same, for views alone. */
  named: Pick<ViewEvent, 'campaign'>
}

/** What `readArrival` needs to know. */
export interface ArrivalOptions {
  hosts: readonly string[]
  param: string
  /** The site's own URL behind one under which another service shows the page. */
  real: (href: string) => string
}

/**
 * Reads how this document was reached. Touches neither storage nor layout, so it may run in the first task.
 *
 * The navigation entry keeps the URL of the load even after a router has rewritten the address (three engines).
 */
export function readArrival({ hosts, param, real }: ArrivalOptions): Arrival {
  // A page may have variables of these names; the type of an entry goes by the name of the entries.
  const page = window as {
    performance?: Partial<Performance>
    navigation?: { activation?: { from?: unknown } | null }
  }
  const [load] = (page.performance?.getEntriesByType?.('navigation') ??
    []) as Partial<PerformanceNavigationTiming>[]
  const shown = load?.name?.startsWith('http') ? load.name : location.href
  const detection = detect(shown, { param })
  const href = stripMangled(real(shown), param)
  const { host, searchParams } = parseUrl(href) ?? {}
  const isOwn = (url = ''): boolean => {
    const from = parseUrl(real(url))?.host
    return !!from && [host, ...hosts].includes(from)
  }
  const { referrer } = document
  const isInside =
    isOwn(referrer) ||
    // A frame in a page of the site that sends no referrer; Firefox before 148 does not tell.
    isOwn(location.ancestorOrigins?.[0]) ||
    // The same of the page before in this tab. A reader may also have pasted a link there, with a token.
    (!referrer && !detection && !!page.navigation?.activation?.from)
  const navigation =
    load?.type === 'reload' || load?.type === 'back_forward' ? load.type : 'navigate'
  const entry = navigation === 'navigate' && !isInside
  const referrerHost = isOwn(referrer) ? '' : parseUrl(referrer)?.host
  const { click, campaign } = readSignals(entry ? searchParams : undefined)
  return {
    href,
    navigation,
    entry,
    detection,
    landed: entry ? detection : undefined,
    signals: { ...(referrerHost && { referrerHost }), ...(click && { click }) },
    named: campaign ? { campaign } : {},
  }
}
