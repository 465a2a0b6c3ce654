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

/** Undoes one level of percent-encoding, leaving what cannot be decoded as it is. */
const decodeOnce = (text: string): string =>
  text.replace(/(%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run)
    } catch {
      return run // URIError: the bytes are no UTF-8
    }
  })

/**
 * Finds the token in a URL: `detect('https://journal.example/a?dks=g0gc6vye2xp5e')` gives
 * `{ token: 'g0gc6vye2xp5e', channel: 'copy', depth: 0, repaired: false }`.
 *
 * The last valid token wins. Where the plain query holds none, the whole URL is searched, up to two levels of
 * percent-encoding deep. Returns undefined where there is none, where it is damaged, and for more than 8,192 characters.
 */
export function detect(href: string, options: DetectOptions = {}): Detection | undefined {
  if (href.length > MAX_URL_LENGTH) return undefined
  const { param = DEFAULT_PARAM } = options
  let found: TokenContent | undefined
  const query = /\?([^#]*)/.exec(href.replace(/#.*/s, ''))?.[1] ?? ''
  for (const pair of query.split('&')) {
    if (pair.startsWith(`${param}=`)) found = readToken(pair.slice(param.length + 1)) ?? found
  }
  if (found) return { ...found, repaired: false }
  let text = href
  for (let level = 0; level < 3 && !found; level++, text = decodeOnce(text)) {
    for (const match of text.matchAll(new RegExp(`(?:^|[^\\w-])${param}=(\\w+)`, 'gi')))
      found = readToken(match[1] ?? '') ?? found
  }
  return found && { ...found, repaired: true }
}
