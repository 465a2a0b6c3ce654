/**
 * The address bar, for sites that opt in: the address of the page carries a token, so that who copies it from there passes
 * the token on. Whether anybody does cannot be known, so these shares are never certain.
 */
import { afterLoad } from '../dom/afterLoad.js'
import { onRoute } from '../dom/onRoute.js'
import { onTraverse } from '../dom/onTraverse.js'
import { whenSeen } from '../dom/whenSeen.js'
import type { Extension, Share } from '../extension.js'
import { guard } from '../lib/guard.js'
import type { Stop } from '../lib/listen.js'
import { canonicalPage } from '../url/canonicalPage.js'
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

/** How often the address of one page is written while it stays open: once, and when a router took the token away. */
const MAX_PUTS = 3

/** A front page in a fragment has nothing behind its `#/` or `#!/`; any other route there is a page below. */
const ROUTE = /^#(\/|!\/?)[^/?]/

/**
 * Plugs the address bar in. Its channel is `address-bar`. The front page is left alone, `history.state` is kept, and
 * routers that ask for the address on the way back see it without the token. A page has one token for as long as the
 * document lives, however often the reader comes back to it.
 *
 * @throws TypeError for a ratio that is none, and for lists that are not of paths
 */
export function addressBar(options: AddressBarOptions = {}): Extension {
  const { ratio = 1, include = ['/'], exclude = [] } = options
  const isPaths = (list: unknown): boolean =>
    Array.isArray(list) && list.every((path) => String(path).startsWith('/'))
  if (!(ratio > 0 && ratio <= 1 && isPaths(include) && isPaths(exclude)))
    throw new TypeError(
      'aparte: addressBar: wanted a ratio above 0 and up to 1, and lists of paths that begin with /',
    )

  return ({ settings, isOwn, begin, onConsent, report }) => {
    /** The share of each page that was shown. */
    const shares = new Map<string, Share>()
    let page = ''
    let puts = 0
    let isStopped = false

    const isIn = (paths: string[]): boolean =>
      paths.some((path) => location.pathname.startsWith(path.replace(/\*$/, '')))
    const isWanted = (): boolean =>
      (location.pathname !== '/' || ROUTE.test(location.hash)) &&
      isIn(include) &&
      !isIn(exclude) &&
      isOwn(location.href)

    // From the prototype: the wrappers of routers are not to hear of it.
    const replace = (href: string): void =>
      History.prototype.replaceState.call(history, history.state, '', href)

    const put = guard((): void => {
      if (isStopped) return
      const { href } = location
      const shown = canonicalPage(href, settings.queryAllow)
      if (shown !== page) puts = 0
      page = shown
      // Where none may be begun, not even an earlier one goes on.
      const begun = isWanted() ? begin('bar', 'address-bar') : undefined
      const share = begun && (shares.get(page) ?? begun)
      const clean = strip(href, settings)
      // Without a share too: a hash router takes the query along to the next page.
      const wanted = share?.decorate(clean) ?? clean
      // Not where another service shows the page: the address there is that service's.
      const isThrough = !wanted.startsWith(location.origin)
      if (isThrough || wanted === href || puts++ >= MAX_PUTS) return
      replace(wanted)
      if (!share) return
      shares.set(page, share)
      share.commit(false)
    }, report)
    // A task later, so that a router is done with its own change.
    const putSoon = (): void => void setTimeout(put)
    const putAnew = (): void => {
      puts = 0
      putSoon()
    }

    const clear = guard((): void => {
      const clean = strip(location.href, settings)
      if (clean !== location.href) replace(clean)
      puts = 0
    }, report)

    const stops: Stop[] = []
    const start = (): void => {
      if (isStopped) return
      // On the way back, before the router reads the address: what it reads there it keeps.
      stops.push(onRoute(putSoon), onTraverse(clear), onConsent(putAnew))
      putSoon()
    }
    if (Math.random() < ratio) stops.push(whenSeen(() => afterLoad(start)))
    return () => {
      isStopped = true
      stops.forEach((stop) => stop())
      if (page) clear()
    }
  }
}
