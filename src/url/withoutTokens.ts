import { readToken } from '../token/readToken.js'

/** A URL in three parts; put together again they are the URL, byte for byte. */
export interface UrlParts {
  /** Up to the first `?` or `#`. */
  base: string
  /** Pairs of the query as written; undefined where there is no `?`, `['']` for an empty query. */
  pairs: string[] | undefined
  /** With its `#`, or empty. */
  fragment: string
}

/** Splits a URL and leaves out every token under the parameter `param`, in the query or as the whole fragment. */
export function withoutTokens(url: string, param: string): UrlParts {
  const isOurs = (pair: string): boolean =>
    pair.startsWith(`${param}=`) && !!readToken(pair.slice(param.length + 1))
  const hash = (url + '#').indexOf('#')
  const mark = (url.slice(0, hash) + '?').indexOf('?')
  const fragment = url.slice(hash)
  const pairs = mark < hash ? url.slice(mark + 1, hash).split('&') : undefined
  const kept = pairs?.filter((pair) => !isOurs(pair))
  return {
    base: url.slice(0, mark),
    pairs: kept?.length ? kept : undefined,
    fragment: isOurs(fragment.slice(1)) ? '' : fragment,
  }
}
