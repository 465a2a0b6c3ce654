/**
 * Begins shares: mints the token of a gesture and, when the gesture went out, records the share.
 */
import { kindOf } from './channel/kindOf.js'
import type { Draft, Host } from './extension.js'
import type { Settings } from './options.js'
import { mintToken } from './token/mintToken.js'
import { readToken } from './token/readToken.js'
import { decorate } from './url/decorate.js'
import { detect } from './url/detect.js'

/** What shares need of the tracker. */
export interface SharesOptions {
  settings: Settings
  /** The token that the tab was entered with, something else for none, empty where it is not known. */
  wayIn: () => string
  /** The page that a URL shows, as events name it; the open page without one. */
  pageOf: (url?: string) => string
  addOwn: (token: string) => void
  track: (draft: Draft) => void
}

/** Makes the function that begins shares. */
export function createShares({
  settings,
  wayIn,
  pageOf,
  addOwn,
  track,
}: SharesOptions): Host['begin'] {
  const minted = new Set<string>()
  return (gesture, channel) => {
    const way = wayIn()
    const parent = readToken(way)
    // One more than the parent's; 1 without a parent; 0 where the way in is unknown, and 0 begets 0.
    const depth = way && (parent ? parent.depth && Math.min(parent.depth + 1, 7) : 1)
    const token = mintToken(channel, depth || 0)
    const urls = new Set<string>()
    return {
      token,
      decorate: (url) => {
        if (minted.has(detect(url, settings)?.token ?? '')) return url
        urls.add(url)
        return decorate(url, token, settings)
      },
      commit: (certain = true) => {
        const [url] = urls
        if (!url || minted.has(token)) return
        const target = pageOf(url)
        minted.add(token)
        addOwn(token)
        track({
          type: 'share',
          token,
          channel,
          kind: kindOf(channel),
          gesture,
          depth: depth || 0,
          certain,
          ...(parent && settings.chain && { parent: parent.token }),
          ...(urls.size > 1 ? { urls: urls.size } : target !== pageOf() && { target }),
        })
      },
    }
  }
}
