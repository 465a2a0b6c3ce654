/** A word of a script with blanks, or two signs of one without: about a word, in Chinese and Japanese. */
const WORDS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2}|[\p{L}\p{N}\p{M}'’-]+/gu

/** Tells whether a text has at least so many words. */
export function hasWords(text: string, least: number): boolean {
  let count = 0
  if (count >= least) return true
  for (const _ of text.matchAll(WORDS)) if (++count >= least) return true
  return false
}
