import { decorate } from './decorate.js'

/** Options of `strip`. */
export interface StripOptions {
  /** Name of the parameter. Default `dks`. */
  param?: string
}

/**
 * Takes every token out of a URL: `strip('/a?dks=g0gc6vye2xp5e#top') === '/a#top'`.
 *
 * The inverse of `decorate`, byte for byte, for every URL that had no token. Values under our name that are no token
 * stay where they are.
 */
export function strip(url: string, options: StripOptions = {}): string {
  return decorate(url, '', options)
}
