import type { Snippet } from 'svelte'
import type { Options } from '../index.js'

/** Props of the provider. */
export interface AparteProviderProps {
  /**
   * Those of createTracker; read when the provider is set up, later changes do nothing. Without them, the tracker of the page
   * is used: that of the script tag, or one that the site has started by itself.
   */
  options?: Options | undefined
  children?: Snippet | undefined
}
