import { findOwnUrls } from './findOwnUrls.js'

/** The site's own URLs, and what becomes of them. */
export interface OwnUrls {
  isOwn: (href: string) => boolean
  /** Gives the decorated form of an own URL. */
  decorate: (url: string) => string
}

/** In HTML the quotation mark of an attribute stands right before a URL; of all of them, only `href` is meant. */
const ATTRIBUTE = /=["']$/
const HREF = /\shref=["']$/i

/**
 * Decorates the own URLs in a text and leaves every other character as it is. In HTML, where ampersands are written as
 * entities, only texts and `href` are looked at.
 */
export function editUrls(text: string, { isOwn, decorate }: OwnUrls, isHtml = false): string {
  const read = (url: string): string => (isHtml ? url.replace(/&amp;/g, '&') : url)
  let edited = ''
  let done = 0
  for (const { start, end, url } of findOwnUrls(text, (written) => isOwn(read(written)))) {
    const before = text.slice(Math.max(0, start - 7), start)
    if (isHtml && ATTRIBUTE.test(before) && !HREF.test(before)) continue
    const decorated = decorate(read(url))
    edited += text.slice(done, start) + (isHtml ? decorated.replace(/&/g, '&amp;') : decorated)
    done = end
  }
  return edited + text.slice(done)
}
