import { detect, type DetectOptions } from './detect.js'
import { DEFAULT_PARAM } from './param.js'
import { searchLayers, SIGNS } from './searchLayers.js'

/** The characters of a token, in a class of a pattern. */
const SPELLING = '[0-9a-hjkmnp-tv-z]'
/**
 * What may be left of a token: nothing; its beginning; a whole one that text was glued to; or nearly as many of its
 * characters, in other order or behind others, unless they are a hex id or a number.
 */
const REMAINS = `${SIGNS}([&#]|$|[ghjkmnp-tv-y](?:${SPELLING}*(?![_.:/-]*[0-9a-z])|${SPELLING}{12})|(?=[\\da-f]*[g-z])${SPELLING}{11}(?![0-9a-z]{4}))`

/**
 * Tells whether a URL holds our parameter, in any of the forms that `detect` reads, and in it what a token may have left
 * behind, but no intact one: `?dks=`, `?dks=g0gc6v…`, `?dks=g0gc6vye2px5e`, `?dks=g0gc6vye2xp5eRead`.
 *
 * A value that is plainly someone else's is no damaged token: `?dks=summer2026`, an id, a number, a URL. Words that happen
 * to be spelled as tokens are, such as `whatsapp`, cannot be told from one.
 */
export function isDamaged(href: string, options: DetectOptions = {}): boolean {
  const { param = DEFAULT_PARAM } = options
  return !detect(href, options) && !!searchLayers(href, { param, value: REMAINS }, () => true)
}
