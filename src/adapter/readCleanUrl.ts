import { readHost } from '../share/readHost.js'
import { readShareUrl } from '../share/readShareUrl.js'

/** Reads which URL a button passes on, without the token that the reader came by; which is known once a tracker runs. */
export function readCleanUrl(url?: string): string {
  const href = readShareUrl(url)
  return readHost()?.strip(href) ?? href
}
