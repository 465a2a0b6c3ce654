/**
 * What the share bar knows of a channel, and what a channel gets to know of the page. Each channel is an import, so that a
 * page ships only those that it shows.
 */
import type { Channel } from '../channel/channels.js'
import type { Handed } from '../share/beginShare.js'
import type { ShareLabels } from './shareLabels.js'

/** What is passed on. */
export interface SharedPage {
  /** The absolute URL. */
  url: string
  /** What to say of it: the page's title. May be empty. */
  text: string
  /** Id of the site's app at Facebook, which Messenger asks for on desktops. */
  appId?: string | undefined
}

/** What a channel without a link gets when its button is pressed. */
export interface Opening extends Handed {
  bar: HTMLElement
  labels: ShareLabels
}

/** A way to pass a page on: a link on desktops, one to an app, or both; or a button. */
export interface ShareChannel {
  /** The channel that the token names; a channel of the site's own is one of `custom1` to `custom6`. */
  channel: Channel
  /** The brand, which is never translated. */
  name: string
  /** The icon, as a path in a box of 24 by 24. */
  icon: string
  /** Which label names it. Default `shareOn`. */
  label?: 'shareOn' | 'shareByMail' | 'shareBySms'
  /** Set where the icon does not tell the brand: the name stands beside it. */
  isNamed?: boolean
  /**
   * Where the link leads, with the URL in it as `encodeURIComponent` writes it; undefined where that needs an app id that the
   * site has not given.
   */
  link?: (page: SharedPage) => string | undefined
  /** Where it leads on phones and tablets instead, by a scheme that only they know. Desktops then get `link`, or nothing. */
  app?: (page: SharedPage) => string
  /** Shows what the reader passes on, for want of a link; the button is named by the label `showQr`. Calls `commit` then. */
  open?: (opening: Opening) => Promise<void>
}
