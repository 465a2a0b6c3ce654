/**
 * Entry `aparte`: the tracker and its gestures. Importing it touches nothing, also in Node.
 */
export type { Channel, Kind } from './channel/channels.js'
export type { ConsentMode } from './consent/gate.js'
export { defaultGestures } from './defaultGestures.js'
export type { AparteError, ErrorCode } from './errors.js'
export type * from './event/events.js'
export type { Addition, Draft, Extension, Host, Share } from './extension.js'
export type { Options, Settings } from './options.js'
export { addressBar, type AddressBarOptions } from './page/addressBar.js'
export {
  attribution,
  type AttributionContext,
  type AttributionOptions,
} from './page/attribution.js'
export { clipboard } from './page/clipboard.js'
export { contextMenu } from './page/contextMenu.js'
export { copy } from './page/copy.js'
export { drag } from './page/drag.js'
export { nativeShare } from './page/nativeShare.js'
export { shareLinks } from './page/shareLinks.js'
export type { Goal, Landing, Tracker } from './surface.js'
export { createTracker } from './tracker.js'
