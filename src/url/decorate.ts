import { parseToken } from '../token/parseToken.js'
import { DEFAULT_PARAM } from './param.js'

/** Options of `decorate`. */
export interface DecorateOptions {
  /** Name of the parameter, two to eight lower-case letters. Default `dks`. */
  param?: string
  /**
   * Where the token goes. Default `query`. `fragment` keeps it from servers and caches, but is used only where the URL
   * has no fragment; other URLs carry it in the query all the same.
   */
  place?: 'query' | 'fragment'
}

/**
 * Puts a token into a URL, as the last pair of the query and before the fragment; every other byte stays:
 * `decorate('/a?x=1#top', 'g0gc6vye2xp5e') === '/a?x=1&dks=g0gc6vye2xp5e#top'`.
 *
 * A token that is already there under the same name is replaced, and only taken out where `token` is empty. The URL may be
 * relative; it is not checked.
 */
export function decorate(url: string, token: string, options: DecorateOptions = {}): string {
  const { param = DEFAULT_PARAM, place } = options
  const head = `${param}=`
  const isOther = (pair: string): boolean =>
    !pair.startsWith(head) || !parseToken(pair.slice(head.length))
  const [, base = '', query, rest = ''] = /^([^?#]*)(\??[^#]*)(.*)/s.exec(url) ?? [] // matches any text
  const pairs = query ? query.slice(1).split('&').filter(isOther) : []
  let fragment = isOther(rest.slice(1)) ? rest : ''
  if (token && place === 'fragment' && !fragment) fragment = `#${head}${token}`
  else if (token) pairs.push(head + token)
  return base + (pairs.length ? `?${pairs.join('&')}` : '') + fragment
}
