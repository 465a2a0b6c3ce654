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
/** Between two URLs: `[https://journal.example/](https://journal.example/a)`. */
const BETWEEN = /\](?=\(?http)/gi
/** Such a character in the middle of a word or a path: the URL goes on behind it, and is left alone. */
const GOES_ON = /^[^\s<>"\u3000-\uffff][\p{L}\p{N}{/]/u
/** What a URL stands behind in BBCode, Markdown and HTML: `[url=…]`, `[url]…[/url]`, `[a](…)`. */
const MARKUP = /[='[\](]/
/** Punctuation of a sentence, of any script, and what marks its direction; the signs that are left out often end a URL. */
const TRAILING = /[^\P{P}/&%#@-]|\p{Cf}/u
/** More punctuation than this at its end makes a URL none. */
const MAX_TRAILING = 50

/** Index of the first bracket that closes what was not opened in it, or of an end tag of BBCode. */
const endOf = (url: string): number => {
  let open = 0
  for (const { 0: bracket, index } of url.matchAll(/\[\/|[()[\]]/g)) {
    open += /^[([]$/.test(bracket) ? 1 : -1
    if (bracket === '[/' || open < 0) return index
  }
  return url.length
}

/**
 * Finds the own URLs in a text, in their order, without the punctuation of the sentence that they stand in:
 * `(see https://journal.example/a).` holds `https://journal.example/a`, but a bracket stays that was opened in the URL.
 */
export function findOwnUrls(text: string, isOwn: (href: string) => boolean): WrittenUrl[] {
  const found: WrittenUrl[] = []
  const plain = text.replace(BETWEEN, ' ')
  for (const { 0: written, index: start } of plain.matchAll(WRITTEN)) {
    let { length } = written
    const behind = plain.slice(start + length, start + length + 3)
    if (length > MAX_URL_LENGTH || GOES_ON.test(behind)) continue
    if (MARKUP.test(text.charAt(start - 1))) length = endOf(written)
    const least = length - MAX_TRAILING
    for (; length > least && TRAILING.test(written.charAt(length - 1)); length--) {
      // An even number of brackets: the last one closes one of the URL's own.
      const isClosing = /[)\]]/.test(written.charAt(length - 1))
      if (isClosing && written.slice(0, length).split(/[()[\]]/).length % 2) break
    }
    const url = written.slice(0, length)
    if (length > least && isOwn(url)) found.push({ start, end: start + length, url })
  }
  return found
}
