/**
 * Entry `aparte`: the tracker and its gestures. Importing it touches nothing, also in Node.
 */
export type { Channel, Kind } from './channel/channels.js'
export type { ConsentMode } from './consent/gate.js'
export { defaultGestures } from './defaultGestures.js'
export type { AparteError, ErrorCode } from './errors.js'
export type * from './event/events.js'
export type { Draft, Extension, Host, Share } from './extension.js'
export type { Options, Settings } from './options.js'
export { copy } from './page/copy.js'
export type { Goal, Landing, Tracker } from './surface.js'
export { createTracker } from './tracker.js'
