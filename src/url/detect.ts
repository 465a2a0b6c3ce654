import { readToken, type TokenContent } from '../token/readToken.js'
import { DEFAULT_PARAM, MAX_URL_LENGTH } from './param.js'
import { readLast } from './readLast.js'
import { searchLayers, SIGNS } from './searchLayers.js'

/** Options of `detect`. */
export interface DetectOptions {
  /** Name of the parameter. Default `dks`. */
  param?: string
}

/** A token found in a URL. */
export interface Detection extends TokenContent {
  /** `true` where the plain query did not hold the token as written. */
  repaired: boolean
}

/**
 * Signs may have come before the token; right behind it nothing may stand that could belong to it. Inside it, equals signs
 * are what browsers leave of a soft line break.
 */
const TOKEN = `${SIGNS}((?:\\w=?){13})(?![_-]*[0-9a-z])`

/**
 * Finds the token in a URL: `detect('https://journal.example/a?dks=g0gc6vye2xp5e')` gives
 * `{ token: 'g0gc6vye2xp5e', channel: 'copy', depth: 0, repaired: false }`.
 *
 * The last valid token wins. Where the plain query holds none, the whole URL is searched, with what messengers, mail
 * gateways and people do to URLs taken back, layer by layer. Returns undefined where there is none, where it is damaged,
 * and for more than 8,192 characters. Linear in the length of the URL.
 */
export function detect(href: string, options: DetectOptions = {}): Detection | undefined {
  const { param = DEFAULT_PARAM } = options
  const query = href.length > MAX_URL_LENGTH ? '' : href.replace(/#.*/s, '').replace(/^[^?]*/, '')
  const written = RegExp(`(?:^\\?|&)${param}=([0-9a-z]{13})(?=&|$)`, 'g')
  const plain = readLast(query, written, readToken)
  if (plain) return { ...plain, repaired: false }
  const found = searchLayers(href, { param, value: TOKEN }, readToken)
  return found && { ...found, repaired: true }
}
