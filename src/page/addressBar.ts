/**
 * The address bar, for sites that opt in: the address of the page carries a token, so that who copies it from there passes
 * the token on. Whether anybody does cannot be known, so these shares are never certain.
 */
import { afterLoad } from '../dom/afterLoad.js'
import { onRoute } from '../dom/onRoute.js'
import { whenSeen } from '../dom/whenSeen.js'
import type { Extension, Share } from '../extension.js'
import { guard } from '../lib/guard.js'
import type { Stop } from '../lib/listen.js'
import { strip } from '../url/strip.js'

/** Options of `addressBar`. */
export interface AddressBarOptions {
  /** Share of page loads in which the address carries a token, above 0 and up to 1. Default 1. */
  ratio?: number
  /** Beginnings of paths, such as `/news/`: only their addresses carry one. Default: all but `/`. */
  include?: string[]
  /** Beginnings of paths whose addresses carry none. Default: none. */
  exclude?: string[]
}

/** How often a token that a router took away is put back to the address of one page. */
const MAX_PUTS = 2

/**
 * Plugs the address bar in. Its channel is `address-bar`. The front page is left alone, `history.state` is kept.
 *
 * @throws TypeError for a ratio that is none, and for lists that are not of texts
 */
export function addressBar(options: AddressBarOptions = {}): Extension {
  const { ratio = 1, include = [''], exclude = [] } = options
  if (!(ratio > 0 && ratio <= 1) || ![include, exclude].every(Array.isArray))
    throw new TypeError(
      'aparte: addressBar: wanted a ratio above 0 and up to 1, and lists of paths',
    )

  return ({ settings, isOwn, begin, report }) => {
    const onThrow = (cause: unknown): void => report('page', cause)
    const isIn = (paths: string[]): boolean =>
      paths.some((path) => location.pathname.startsWith(path))
    /** What was put into the address of which page, and how often. */
    let share: Share | undefined
    let page = ''
    let puts = 0
    let isStopped = false

    const replace = (href: string): void =>
      // From the prototype: the wrappers of routers are not to hear of it.
      History.prototype.replaceState.call(history, history.state, '', href)

    const put = guard((): void => {
      const { hash, href, pathname } = location
      const clean = strip(href, settings)
      const isFront = pathname === '/' && !/^#!?\/?[^/]/.test(hash)
      if (isStopped || isFront || !isIn(include) || isIn(exclude) || !isOwn(clean)) return
      if (clean !== page) {
        page = clean
        puts = 0
        share = begin('bar', 'address-bar')
      }
      if (!share || href.includes(share.token) || puts++ > MAX_PUTS) return
      replace(share.decorate(clean))
      share.commit(false)
    }, onThrow)
    // A task later, so that a router is done with its own change.
    const putSoon = (): void => void setTimeout(put)

    const stops: Stop[] = [
      () => {
        isStopped = true
        if (share && location.href.includes(share.token)) replace(strip(location.href, settings))
      },
    ]
    const start = (): void => {
      if (isStopped) return
      stops.push(onRoute(putSoon))
      putSoon()
    }
    if (Math.random() < ratio) stops.push(whenSeen(() => afterLoad(start)))
    return () => stops.forEach((stop) => stop())
  }
}
