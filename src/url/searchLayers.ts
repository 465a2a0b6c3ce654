import { MAX_URL_LENGTH } from './param.js'
import { unfold, unwrap } from './unwrap.js'

/** A redirect in a redirect in a mail gateway, and what each of them encodes. */
const MAX_DEPTH = 6

/**
 * Searches a whole URL for our parameter, with what messengers, mail gateways and people do to URLs taken back, layer by
 * layer, until `read` makes something of what `value`, a pattern, has caught behind the equals sign. The last such place
 * of a layer wins. Undefined where there is none, and for more than 8,192 characters.
 */
export function searchLayers<Found>(
  href: string,
  { param, value }: { param: string; value: string },
  read: (caught: string) => Found | undefined,
): Found | undefined {
  const pattern = RegExp(`(?:^|[^\\w.-]|&amp)${param}[\\s+]*=${value}`, 'giu')
  let text = href.length > MAX_URL_LENGTH ? '' : href
  let found: Found | undefined
  const search = (): void => {
    for (const [, caught = ''] of text.matchAll(pattern)) found = read(caught) ?? found
  }
  for (let depth = 0; depth < MAX_DEPTH && !found; depth++) {
    search()
    text = unfold(text)
    if (!found) search()
    text = unwrap(text)
  }
  return found
}
