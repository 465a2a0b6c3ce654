import type { Navigation } from '../event/events.js'
import { detect, type Detection } from '../url/detect.js'
import { parseUrl } from '../url/parseUrl.js'

/** How this document was reached. */
export interface Arrival {
  /** URL of the load, before any router rewrote it. */
  href: string
  navigation: Navigation
  /** Host of the referrer, where it is another site. */
  referrerHost: string | undefined
  /** `true` for a navigation that does not come from a page of the site. */
  entry: boolean
  /** The token in the URL, if any. */
  detection: Detection | undefined
  /** The same, where the load counts as a landing. */
  landed: Detection | undefined
}

/**
 * Reads how this document was reached. Touches neither storage nor layout, so it may run in the first task.
 *
 * The navigation entry keeps the URL of the load even after a router has rewritten the address (three engines).
 */
export function readArrival(hosts: readonly string[], param: string): Arrival {
  // A page may have a variable of this name; the type goes by the name of the entries.
  const { performance } = window as { performance?: Partial<Performance> }
  const [load] = (performance?.getEntriesByType?.('navigation') ??
    []) as PerformanceNavigationTiming[]
  const href = load?.name.startsWith('http') ? load.name : location.href
  const host = parseUrl(document.referrer)?.host
  const isInside = !!host && [location.host, ...hosts].includes(host)
  const navigation =
    load?.type === 'reload' || load?.type === 'back_forward' ? load.type : 'navigate'
  const entry = navigation === 'navigate' && !isInside
  const detection = detect(href, { param })
  return {
    href,
    navigation,
    referrerHost: isInside ? undefined : host || undefined,
    entry,
    detection,
    landed: entry ? detection : undefined,
  }
}
