import type { Channel } from '../channel/channels.js'
import { isIgnored } from '../dom/isIgnored.js'
import type { Gesture } from '../event/events.js'
import type { Share } from '../extension.js'
import { readHost } from './readHost.js'

/** A share under way: the URL to hand out, and what records the share once it went out. */
export interface Handed extends Pick<Share, 'commit'> {
  url: string
}

/**
 * Begins a share by a button. Without a tracker, for a foreign URL, in a part that is left alone, and where consent does not
 * allow shares, the URL comes back as it is and nothing is recorded. A gesture that sees the same call adds nothing: the URL carries its token already.
 */
export function beginShare(gesture: Gesture, channel: Channel, url: string): Handed {
  const host = readHost()
  const share = host?.isOwn(url) && !isIgnored() ? host.begin(gesture, channel) : undefined
  return { url: share?.decorate(url) ?? url, commit: (certain) => share?.commit(certain) }
}
