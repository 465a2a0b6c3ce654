import { inPath } from './inPath.js'
import { isIgnored } from './isIgnored.js'

/** Finds the link that an event happened in, also inside open shadow roots. Undefined without one, and where it is ignored. */
export function linkOf(event: Event): HTMLAnchorElement | undefined {
  // An area has all that is used here of an anchor; a link in SVG has an object for an address.
  const link = inPath(event, 'a[href],area[href]') as HTMLAnchorElement | undefined
  return typeof link?.href === 'string' && !isIgnored(event) ? link : undefined
}
