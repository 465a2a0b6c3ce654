import { MAX_URL_LENGTH } from './param.js'

/** An own URL written in a text. */
export interface WrittenUrl {
  /** Index of its first character. */
  start: number
  /** Index after its last character. */
  end: number
  /** As written. */
  url: string
}

const WRITTEN = /https?:\/\/[^\s<>"“”„«»`\\^{|}\u200b]+/gi
const TRAILING = ".,:;!?'’‘*_~…)]。，、！？；：）」』】"
const OPENERS: Record<string, string> = { ')': '(', ']': '[', '）': '（' }

/** Leaves out the punctuation of the sentence around a URL: `…/a).` is `…/a`, `…/Aparte_(word)` stays whole. */
const withoutTrailing = (url: string): string => {
  let end = url.length
  for (; end; end--) {
    const last = url.charAt(end - 1)
    const opener = OPENERS[last]
    if (!TRAILING.includes(last)) break
    if (opener && url.split(opener).length >= url.slice(0, end).split(last).length) break
  }
  return url.slice(0, end)
}

/**
 * Finds the own URLs in a text, in their order, without the punctuation of the sentence that they stand in:
 * `See https://journal.example/a.` holds `https://journal.example/a`.
 */
export function findOwnUrls(text: string, isOwn: (href: string) => boolean): WrittenUrl[] {
  const found: WrittenUrl[] = []
  for (const match of text.matchAll(WRITTEN)) {
    if (match[0].length > MAX_URL_LENGTH) continue
    const url = withoutTrailing(match[0])
    const start = match.index ?? 0
    if (isOwn(url)) found.push({ start, end: start + url.length, url })
  }
  return found
}
