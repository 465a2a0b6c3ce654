import { MAX_URL_LENGTH } from './param.js'
import { readLast } from './readLast.js'
import { unfold, unwrap } from './unwrap.js'

/** A redirect in a redirect in a mail gateway, and what each of them encodes. */
const MAX_DEPTH = 8

/** What may have come between the equals sign and the value: quotation marks, brackets, blanks, as such or as entities. */
export const SIGNS = '(?:[^\\p{L}\\p{N}&#_-]|&\\w{2,4};){0,9}'

/**
 * Searches a whole URL for a parameter, with what messengers, mail gateways and people do to URLs taken back, layer by
 * layer, until `read` makes something of what is caught by the one group of `value`, the pattern of what stands behind the
 * equals sign. Of one layer the last such place counts. Undefined where there is none, and for more than 8,192 characters.
 */
export function searchLayers<Found>(
  href: string,
  { param, value }: { param: string; value: string },
  read: (caught: string) => Found | undefined,
): Found | undefined {
  const pattern = RegExp(`(?:^|[^\\p{L}\\p{N}_.-]|&amp)${param}[\\s\\\\+]*=${value}`, 'giu')
  let text = href.length > MAX_URL_LENGTH ? '' : href
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    const layer = text
    const asIs = readLast(text, pattern, read)
    // Ligatures grow, up to eighteenfold.
    text = unfold(text).slice(0, MAX_URL_LENGTH)
    const found = asIs ?? readLast(text, pattern, read)
    text = unwrap(text)
    if (found || text === layer) return found
  }
  return undefined
}
