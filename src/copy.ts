/**
 * Entry `aparte/copy`: the copy gesture alone, for sites with analytics of their own. Nothing is sent and nothing stored.
 */
import type { Channel } from './channel/channels.js'
import { claimPage } from './dom/claimPage.js'
import type { Gesture } from './event/events.js'
import type { Stop } from './lib/listen.js'
import { guard } from './lib/guard.js'
import { copy } from './page/copy.js'
import { mintCode } from './token/mintCode.js'
import { createIsOwn } from './url/createIsOwn.js'
import { decorate } from './url/decorate.js'
import { DEFAULT_PARAM } from './url/param.js'
import { USABLE_PARAM } from './url/usableParam.js'

export type { Channel, Gesture, Stop }

/** A copy that handed out a token. */
export interface CopiedShare {
  /** 13 characters; see `mintToken`. Its depth is 0, because the way in is not known here. */
  token: string
  /** `copy` where one own URL was copied, `copy-text` where it stood in a text. */
  channel: Channel
  /** `copy`, or `field` for one that was copied from a field. */
  gesture: Gesture
  /** The own URLs in it, as they were before, each once, in no particular order. */
  urls: string[]
}

/** Options of `onCopy`. */
export interface OnCopyOptions {
  /** Name of the token's parameter, two to eight lower-case letters. Default `dks`. */
  param?: string
  /** More hosts whose URLs are the site's own, with their port where it is not the default one. Default: none. */
  domains?: string[]
  /** Called after each copy that handed out a token. */
  onShare: (share: CopiedShare) => void
  /** Hears of what went wrong; nothing is thrown into the page. Default: silence. */
  onError?: (cause: unknown) => void
}

/**
 * Listens for copies: own URLs and own links in what a reader copies get a token. Returns what ends it. While a tracker
 * or another listener runs for the same parameter, and without a document, nothing is done.
 *
 * @throws TypeError without a function `onShare`, and for a `param` that is none
 */
export function onCopy(options: OnCopyOptions): Stop {
  const { param = DEFAULT_PARAM, domains = [], onShare, onError } = options
  if (typeof onShare !== 'function')
    throw new TypeError('aparte: onCopy: wanted a function onShare')
  if (!RegExp(`^(${USABLE_PARAM})$`).test(param))
    throw new TypeError(`aparte: onCopy: param ${param}`)
  const mark = typeof document === 'undefined' ? undefined : claimPage(param, '')
  if (!mark) return () => {}
  const hosts = [location.host, ...domains]
  const report = (_: string, cause: unknown): void =>
    guard(
      () => onError?.(cause),
      () => {},
    )()
  const share = guard(onShare, report)
  let isRunning = true
  const stop = copy()({
    additions: [],
    hosts,
    isOpen: () => true,
    isOwn: createIsOwn(hosts, () => false),
    report,
    begin: (gesture, channel) => {
      // size: the codes of the two channels, without the table. `copy` is 0, `copy-text` 1.
      const token = mintCode(channel === 'copy' ? 0 : 1, 0)
      const urls = new Set<string>()
      return {
        token,
        decorate: (url) => {
          urls.add(url)
          return decorate(url, token, { param })
        },
        commit: () => {
          if (urls.size) share({ token, channel, gesture, urls: [...urls] })
        },
      }
    },
  })
  return () => {
    if (!isRunning) return
    isRunning = false
    stop()
    mark.running = false
  }
}
