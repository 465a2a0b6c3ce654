import { inPath } from './inPath.js'

/**
 * Tells whether an event, the one that is being handled unless it is given, happened in `[data-aparte-ignore]`, also inside
 * open shadow roots.
 */
export function isIgnored(event: unknown = window.event): boolean {
  // A page may have a variable of this name.
  return event instanceof Event && !!inPath(event, '[data-aparte-ignore]')
}
