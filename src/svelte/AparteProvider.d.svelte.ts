import type { Component } from 'svelte'
import type { AparteProviderProps } from './AparteProviderProps.js'

/**
 * Starts a tracker once it is mounted in a browser, and stops it when it is unmounted. Put one around the application. A
 * wrong option is thrown while it is mounted, to the next `<svelte:boundary>`.
 */
declare const AparteProvider: Component<AparteProviderProps>
export default AparteProvider
