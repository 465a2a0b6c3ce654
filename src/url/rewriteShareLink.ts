import type { Channel } from '../channel/channels.js'
import { channelOfTarget } from '../channel/channelOfTarget.js'
import { findOwnInLink } from './findOwnInLink.js'
import { parseUrl } from './parseUrl.js'

/** A share link with the token in it, and where it leads. */
export interface ShareLink {
  href: string
  channel: Channel
}

/** Longest share link that is looked at, in UTF-16 units: a text and an own URL, encoded. */
const MAX_LENGTH = 32_768

/**
 * Rewrites a share link: `decorate` gives the decorated form of each own URL in it. Undefined for a link to anything else,
 * and where nothing has changed.
 */
export function rewriteShareLink(
  href: string,
  isOwn: (href: string) => boolean,
  decorate: (url: string, channel: Channel) => string,
): ShareLink | undefined {
  const url = href.length > MAX_LENGTH ? undefined : parseUrl(href)
  const channel = url && !isOwn(href) && channelOfTarget(url)
  if (!channel) return undefined
  let rewritten = ''
  let done = 0
  for (const { start, end, text } of findOwnInLink(href, {
    isOwn,
    decorate: (own) => decorate(own, channel),
  })) {
    rewritten += href.slice(done, start) + text
    done = end
  }
  return rewritten ? { href: rewritten + href.slice(done), channel } : undefined
}
