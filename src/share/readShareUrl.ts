import { parseUrl } from '../url/parseUrl.js'

/** A fragment that names a page of its own. */
const ROUTE = /^#[/!]/

/**
 * Reads which URL a button of this page passes on, absolute: `url`, if given and http(s); else the canonical link,
 * as long as it names the path that is open; else the address. It may carry a token. On a
 * server, `url` or an empty string.
 */
export function readShareUrl(url?: string): string {
  if (typeof document === 'undefined') return url ?? ''
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')
  const named = parseUrl(canonical?.href ?? '')
  const isHere = named?.pathname === location.pathname && !ROUTE.test(location.hash)
  const href = url ? parseUrl(url, document.baseURI)?.href : isHere ? named.href : ''
  return href?.startsWith('http') ? href : location.href
}
