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

/** Up to a blank, a quotation mark or East Asian punctuation, or a character that no URL should hold. */
const WRITTEN = /https?:\/\/[^\s<>"\p{Pi}\p{Pf}„`\\^{|}\u3000-\u303f\uff00-\uff65]+/giu
/** Such a character in the middle of a word or a path: the URL goes on behind it, and is left alone. */
const GOES_ON = /^[^\s<>"\u3000-\uffff][\p{L}\p{N}{/]/u
/** Punctuation of a sentence, of any script; the signs that are left out often end a URL. */
const TRAILING = /[^\P{P}/&%#@-]/u
/** More punctuation than this at its end makes a URL none. */
const MAX_TRAILING = 50

/**
 * Finds the own URLs in a text, in their order, without the punctuation of the sentence that they stand in:
 * `(see https://journal.example/a).` holds `https://journal.example/a`, but a bracket stays that was opened in the URL.
 */
export function findOwnUrls(text: string, isOwn: (href: string) => boolean): WrittenUrl[] {
  const found: WrittenUrl[] = []
  for (const { 0: written, index: start = 0 } of text.matchAll(WRITTEN)) {
    let { length } = written
    const least = length - MAX_TRAILING
    const behind = text.slice(start + length, start + length + 3)
    if (length > MAX_URL_LENGTH || GOES_ON.test(behind)) continue
    for (; length > least && TRAILING.test(written.charAt(length - 1)); length--) {
      // An even number of brackets: the last one closes one of the URL's own.
      const isClosing = written.charAt(length - 1) === ')'
      if (isClosing && written.slice(0, length).split(/[()]/).length % 2) break
    }
    const url = written.slice(0, length)
    if (length > least && isOwn(url)) found.push({ start, end: start + length, url })
  }
  return found
}
