import type { Extension } from '../extension.js'
import type { QueueItem } from '../window.js'

/** Plugs an optional part into the tracker of the script tag, whichever of the two loads first. */
export function pushPart(part: Extension): void {
  const item: QueueItem = (_tracker, host) => host && part(host)
  const items: QueueItem[] = []
  // An element with this id is no queue.
  const queue = typeof window.aparte?.push === 'function' ? window.aparte : (window.aparte = items)
  queue.push(item)
}
