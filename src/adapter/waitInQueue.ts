import type { QueueItem } from '../window.js'
import { announce } from './announce.js'

/**
 * Has the script tag announce its tracker, which may load later, or never: so there is one item in its queue for all that wait,
 * and none of them is kept by it.
 */
export function waitInQueue(): void {
  const queue: (Window['aparte'] & { includes?: (item: QueueItem) => boolean }) | undefined =
    window.aparte
  // An element with this id is no queue.
  if (typeof queue?.push !== 'function') {
    const items: QueueItem[] = [announce]
    window.aparte = items
  } else if (!queue.includes?.(announce)) queue.push(announce)
}
