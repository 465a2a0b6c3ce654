import { isIgnored } from './isIgnored.js'

/** Finds the link that an event happened in, also inside open shadow roots. Undefined without one, and where it is ignored. */
export function linkOf(event: Event): HTMLAnchorElement | undefined {
  const link = event
    .composedPath()
    .find((each) => each instanceof Element && each.matches('a[href],area[href]'))
  // A link in SVG has an object there. An area has all that is used here of an anchor.
  const { href } = (link ?? {}) as { href?: unknown }
  return typeof href === 'string' && !isIgnored(event) ? (link as HTMLAnchorElement) : undefined
}
