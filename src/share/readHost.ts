import type { PageMark } from '../dom/claimPage.js'
import type { Host } from '../extension.js'

/**
 * Finds what the tracker that runs on this page offers to extensions, be it started by a script tag or by an import, of this
 * copy of the library or of another. Undefined while none runs, and on a server.
 */
export function readHost(): Host | undefined {
  const key = Symbol.for('aparte')
  const page = globalThis as { [key]?: Record<string, PageMark> } // our own symbol; nobody else writes there
  const mark = Object.values(page[key] ?? {}).find(({ running }) => running)
  return mark?.host as Host | undefined // the tracker's, and nothing else
}
