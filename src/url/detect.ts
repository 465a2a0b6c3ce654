import { readToken, type TokenContent } from '../token/readToken.js'
import { DEFAULT_PARAM, MAX_URL_LENGTH } from './param.js'

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
 * Finds the token in a URL: `detect('https://journal.example/a?dks=g0gc6vye2xp5e')` gives
 * `{ token: 'g0gc6vye2xp5e', channel: 'copy', depth: 0, repaired: false }`.
 *
 * The last valid token wins. Where the plain query holds none, the whole URL is searched, up to two levels of
 * percent-encoding deep. Returns undefined where there is none, where it is damaged, and for more than 8,192 characters.
 */
export function detect(href: string, options: DetectOptions = {}): Detection | undefined {
  const { param = DEFAULT_PARAM } = options
  const last = (text: string, pattern: string): TokenContent | undefined => {
    let found: TokenContent | undefined
    for (const [, value = ''] of text.matchAll(RegExp(pattern, 'gi')))
      found = readToken(value) ?? found
    return found
  }
  let text = href.length > MAX_URL_LENGTH ? '' : href
  const query = text.replace(/#.*/s, '').replace(/^[^?]*/, '')
  let found = last(query, `[?&]${param}=([^&]*)`)
  if (found) return { ...found, repaired: false }
  for (let level = 0; level < 3 && !found; level++) {
    found = last(text, `(?:^|[^\\w-])${param}=(\\w+)`)
    text = text.replace(/%[\da-f]{2}/gi, (code) => String.fromCharCode(parseInt(code.slice(1), 16)))
  }
  return found && { ...found, repaired: true }
}
