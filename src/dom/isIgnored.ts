import { inPath } from './inPath.js'

/** Tells whether an event happened in `[data-aparte-ignore]`, also inside open shadow roots. */
export function isIgnored(event: Event): boolean {
  return !!inPath(event, '[data-aparte-ignore]')
}
