/**
 * Begins shares: mints the token of a gesture and, when the gesture went out, records the share.
 */
import { channels } from './channel/channels.js'
import { kindOf } from './channel/kindOf.js'
import type { Host } from './extension.js'
import { mintCode } from './token/mintCode.js'
import { readToken } from './token/readToken.js'
import { decorate } from './url/decorate.js'
import { detect } from './url/detect.js'

/** So many tokens of a page are known again. */
const MAX_MINTED = 1000

/** What shares need of the tracker. */
export interface SharesOptions extends Pick<Host, 'settings' | 'isOpen' | 'track' | 'report'> {
  /** The token that the tab was entered with, something else for none, empty where it is not known. */
  wayIn: () => string
  /** The page that a URL shows, as events name it; the open page without one. */
  pageOf: (url?: string) => string
  /** The site's own URL behind one under which another service shows the page. */
  real: (href: string) => string
  addOwn: (token: string) => void
}

/** What begins shares. */
export interface Shares {
  begin: Host['begin']
  /** The last tokens that went out from this document. */
  minted: ReadonlySet<string>
  /** Tells whether a token belongs into the address bar of this page. */
  isInBar: (token: string) => boolean
}

/** Makes what begins shares. */
export function createShares(options: SharesOptions): Shares {
  const { settings, isOpen, wayIn, pageOf, real, addOwn, track, report } = options
  const minted = new Set<string>()
  const inBar = new Set<string>()
  /** The token that was put into a URL last: a share under way may pass another gesture before it goes out. */
  let lastToken: string | undefined
  const begin: Host['begin'] = (gesture, channel) => {
    if (!isOpen()) return undefined
    const way = wayIn()
    const parent = readToken(way)
    // One more than the parent's; 1 without a parent; 0 where the way in is unknown, and 0 begets 0.
    const depth = parent ? parent.depth && Math.min(parent.depth + 1, 7) : way ? 1 : 0
    const code = channels.indexOf(channel)
    if (code < 0) {
      report('usage', `no channel ${channel}`)
      return undefined
    }
    const token = mintCode(code, depth)
    const urls = new Set<string>()
    return {
      token,
      decorate: (url) => {
        // Not so a token from the address bar: what the reader does with the address is a share of its own.
        const found = detect(url, settings)?.token ?? ''
        if ((found === lastToken || minted.has(found)) && !inBar.has(found)) return url
        lastToken = token
        urls.add(url)
        return decorate(real(url), token, settings)
      },
      commit: (certain = true) => {
        const [url] = urls
        if (!url || minted.has(token)) return
        const target = pageOf(url)
        minted.add(token)
        // A page may ask for any number of shares.
        if (minted.size > MAX_MINTED) minted.delete([...minted][0] ?? '')
        if (gesture === 'bar') inBar.add(token)
        addOwn(token)
        track({
          type: 'share',
          token,
          channel,
          kind: kindOf(channel),
          gesture,
          depth,
          certain,
          ...(parent && settings.chain && { parent: parent.token }),
          ...(urls.size > 1 ? { urls: urls.size } : target !== pageOf() && { target }),
        })
      },
    }
  }
  return { begin, minted, isInBar: (token) => inBar.has(token) }
}
