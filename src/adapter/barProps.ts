import type { BarMarkup } from '../share-bar/barOptions.js'

/** What a share bar takes, in every framework. */
export interface BarProps extends Omit<BarMarkup, 'url' | 'usual'> {
  /**
   * The absolute URL. Default: that of the page. A server does not know it; without it, the element makes the links by
   * itself, once it runs in the browser.
   */
  url?: string | undefined
}
