/** Scripts without blanks between words; the long vowel sign counts as common to all scripts. */
const SIGN = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー]'

/** A word of a script with blanks, or two signs of one without: about a word, in Chinese and Japanese. */
const WORDS = RegExp(
  `${SIGN}{1,2}|(?!${SIGN})[\\p{L}\\p{N}](?:(?!${SIGN})[\\p{L}\\p{N}\\p{M}'’-])*`,
  'gu',
)

/** Tells whether a text has at least so many words. */
export function hasWords(text: string, least: number): boolean {
  let count = 0
  if (count >= least) return true
  for (const _ of text.matchAll(WORDS)) if (++count >= least) return true
  return false
}
