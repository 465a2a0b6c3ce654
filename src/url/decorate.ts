import { DEFAULT_PARAM } from './param.js'
import { withoutTokens } from './withoutTokens.js'

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
 * A token that is already there under the same name is replaced. The URL may be relative; it is not checked.
 */
export function decorate(url: string, token: string, options: DecorateOptions = {}): string {
  const { param = DEFAULT_PARAM, place } = options
  const { base, pairs, fragment } = withoutTokens(url, param)
  const pair = `${param}=${token}`
  if (place === 'fragment' && !fragment)
    return `${base}${pairs ? `?${pairs.join('&')}` : ''}#${pair}`
  return `${base}?${[...(pairs ?? []), pair].join('&')}${fragment}`
}
