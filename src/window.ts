/**
 * Entry `aparte/window`: types of the script tag's queue, `window.aparte`. Nothing runs here.
 */
import type { Host } from './extension.js'
import type { Options } from './options.js'
import type { Tracker } from './surface.js'

/**
 * What may be pushed: a function that receives the tracker or, before the script has loaded, options. Parts of the library
 * also take the host, which is missing where another tracker runs, and give back what ends them.
 */
export type QueueItem = ((tracker: Tracker, host?: Host) => unknown) | Partial<Options>

declare global {
  interface Window {
    /** An array before the script has loaded, and an object with the same `push` afterwards. */
    aparte?: { push: (...items: QueueItem[]) => unknown }
  }
}
