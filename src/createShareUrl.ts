/**
 * Makes `tracker.share`: records a share of an own URL by a button of the site, and gives the decorated URL.
 */
import type { Channel } from './channel/channels.js'
import type { Host } from './extension.js'
import { parseUrl } from './url/parseUrl.js'

/** Makes the function; it returns undefined where there is nothing to decorate, or no leave to. */
export function createShareUrl({
  isOwn,
  begin,
}: Pick<Host, 'isOwn' | 'begin'>): (channel: Channel, url: string) => string | undefined {
  return (channel, url) => {
    const href = parseUrl(url, location.href)?.href ?? ''
    const share = isOwn(href) ? begin('api', channel) : undefined
    const decorated = share?.decorate(href)
    share?.commit()
    return decorated
  }
}
