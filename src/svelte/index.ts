/**
 * Entry `aparte/svelte`, for Svelte 5.7 and later, whose compiler has to see it. Importing it touches nothing.
 */
export type { ShareActions, ShareInput } from '../adapter/createShareActions.js'
export type { Shared } from '../share/shareNatively.js'
export { default as AparteProvider } from './AparteProvider.svelte'
export type { AparteProviderProps } from './AparteProviderProps.js'
export { default as ShareBar } from './ShareBar.svelte'
export type { ShareBarProps } from './ShareBarProps.js'
export type { Followed } from './followPage.js'
export { useLanding } from './useLanding.js'
export { useShare, type ShareControl } from './useShare.js'
export { useTracker } from './useTracker.js'
