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
 * Takes every token out of a URL, from the query and where it is the whole fragment, then puts `token` in, if given.
 * Every other byte stays.
 */
export function rewrite(url: string, options: DecorateOptions, token?: string): string {
  const { param = DEFAULT_PARAM, place } = options
  const head = `${param}=`
  const isOther = (pair: string): boolean =>
    !pair.startsWith(head) || !parseToken(pair.slice(head.length))
  const [, base = '', query, rest = ''] = /^([^?#]*)(?:\?([^#]*))?(.*)/s.exec(url) ?? [] // matches any text
  const pairs = query === undefined ? [] : query.split('&').filter(isOther)
  let fragment = isOther(rest.slice(1)) ? rest : ''
  if (token && place === 'fragment' && !fragment) fragment = `#${head}${token}`
  else if (token) pairs.push(head + token)
  return base + (pairs.length ? `?${pairs.join('&')}` : '') + fragment
}
