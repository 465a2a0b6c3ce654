/**
 * Entry `aparte/vue`, for Vue 3.5. Importing it touches nothing.
 */
export type { ShareActions, ShareInput } from '../adapter/createShareActions.js'
export type { Shared } from '../share/shareNatively.js'
export { AparteProvider, type AparteProviderProps } from './AparteProvider.js'
export { ShareBar, type ShareBarProps } from './ShareBar.js'
export { useLanding } from './useLanding.js'
export { useShare, type ShareControl } from './useShare.js'
export { useTracker } from './useTracker.js'
