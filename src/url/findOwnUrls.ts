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

/** Up to a blank, a quotation mark of any script, or a character that no URL holds. */
const WRITTEN = /https?:\/\/[^\s<>"\p{Pi}\p{Pf}„`\\^{|}]+/giu
/** Punctuation of a sentence, of any script; the signs that are left out often end a URL. */
const TRAILING = /[^\P{P}/&%#@-]/u

/**
 * Finds the own URLs in a text, in their order, without the punctuation of the sentence that they stand in:
 * `(see https://journal.example/a).` holds `https://journal.example/a`, but a bracket stays that was opened in the URL.
 */
export function findOwnUrls(text: string, isOwn: (href: string) => boolean): WrittenUrl[] {
  const found: WrittenUrl[] = []
  for (const { 0: written, index: start = 0 } of text.matchAll(WRITTEN)) {
    let end = Math.min(written.length, MAX_URL_LENGTH + 1)
    for (; TRAILING.test(written.charAt(end - 1)); end--) {
      const isClosing = written.charAt(end - 1) === ')'
      const brackets = written.slice(0, end).split(/[()]/).length
      if (isClosing && brackets % 2) break
    }
    const url = written.slice(0, end)
    if (isOwn(url)) found.push({ start, end: start + end, url })
  }
  return found
}
