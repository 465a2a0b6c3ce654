import { rewrite, type DecorateOptions } from './rewrite.js'

/**
 * Puts a token into a URL, as the last pair of the query and before the fragment; every other byte stays:
 * `decorate('/a?x=1#top', 'g0gc6vye2xp5e') === '/a?x=1&dks=g0gc6vye2xp5e#top'`.
 *
 * A token that is already there under the same name is replaced. The URL may be relative; it is not checked.
 */
export function decorate(url: string, token: string, options: DecorateOptions = {}): string {
  return rewrite(url, options, token)
}
