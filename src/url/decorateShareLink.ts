import type { Channel } from '../channel/channels.js'
import { decorate, type DecorateOptions } from './decorate.js'
import { rewriteShareLink, type ShareLink } from './rewriteShareLink.js'

/** Options of `decorateShareLink`. */
export interface ShareLinkOptions extends DecorateOptions {
  /** Tells whether an absolute URL belongs to the site. */
  isOwn: (href: string) => boolean
  /** Gives the token, such as `(channel) => mintToken(channel, 1)`; called once, and only where a token is needed. */
  mint: (channel: Channel) => string
}

/**
 * Puts a token into the own URLs that a share link carries, as deep as they are encoded, and tells its channel:
 * `https://wa.me/?text=Read%20https%3A%2F%2Fjournal.example%2Fa` gives `{ href: '…%2Fa%3Fdks%3Dtm3…', channel: 'whatsapp' }`.
 *
 * Undefined for a link to anything but a known share target, for one that signs in, for one without an own URL or with
 * this very token, and for more than 32,768 characters. Parameters such as `redirect_uri` or `image` are left alone, and
 * so is every other byte.
 */
export function decorateShareLink(href: string, options: ShareLinkOptions): ShareLink | undefined {
  const { isOwn, mint } = options
  let token: string | undefined
  return rewriteShareLink(href, isOwn, (url, channel) =>
    decorate(url, (token ??= mint(channel)), options),
  )
}
