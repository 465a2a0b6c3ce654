/**
 * Share links: a link, `window.open` or `location.href = …` to a known share target that carries an own URL. The link is
 * rewritten for the length of the click, and its channel is that of the target.
 */
import { isIgnored } from '../dom/isIgnored.js'
import { lendHref } from '../dom/lendHref.js'
import { linkOf } from '../dom/linkOf.js'
import { patch } from '../dom/patch.js'
import type { Gesture } from '../event/events.js'
import type { Extension, Share } from '../extension.js'
import { guard } from '../lib/guard.js'
import { listen } from '../lib/listen.js'
import { parseUrl } from '../url/parseUrl.js'
import { rewriteShareLink } from '../url/rewriteShareLink.js'

/** What is used of a `NavigateEvent`. */
interface Leaving extends Event {
  destination: { url: string }
  navigationType: string
  /** What a form posts, which a navigation by a script could not take along. */
  formData: FormData | null
}

/**
 * Plugs share links in: clicks on links, by pointer or key, `window.open` and, where there is a Navigation API, pages that
 * set `location` (Chromium; Firefox for http; not WebKit before 26.2).
 */
export function shareLinks(): Extension {
  return ({ isOpen, isOwn, begin, report }) => {
    /** What is under way to be opened, with its token, and its share. */
    let lent: { href: string; share: Share } | undefined
    /** Whether the last click was in a part that the site wants left alone: what leaves the page then does not tell. */
    let isLeftAlone = false

    const rewrite = (
      href: string,
      gesture: Gesture,
    ): { href: string; share: Share } | undefined => {
      if (!isOpen()) return undefined
      let share: Share | undefined
      const link = rewriteShareLink(href, isOwn, (url, channel) => {
        share ??= begin(gesture, channel)
        return share?.decorate(url) ?? url
      })
      return link && share && { href: link.href, share }
    }

    /** Whether a script acts without the reader; before 2023 browsers did not tell. */
    const isAlone = (): boolean => {
      const { userActivation } = navigator as Partial<Navigator>
      return !!userActivation && !userActivation.isActive
    }

    const onClick = (event: Event): void => {
      if (!event.isTrusted && isAlone()) return
      isLeftAlone = isIgnored(event)
      const link = linkOf(event)
      // Any other button of `auxclick` than the middle one follows no link.
      if (!link || link.href === lent?.href || (event as MouseEvent).button > 1) return
      const found = rewrite(link.href, 'link')
      if (!found) return
      lent = found
      const settle = (): void => {
        lent = undefined
        // A page that opens the link itself does so by `open`, which commits.
        if (!event.defaultPrevented) found.share.commit()
      }
      lendHref(link, found.href, settle, report)
    }

    const onLeave = (event: Event): void => {
      const { destination, navigationType, formData } = event as Leaving
      const { url } = destination
      // By the browser, or by a handler that has prevented the click.
      if (lent?.href === url) return lent.share.commit()
      if (!event.cancelable || formData || isLeftAlone || isAlone()) return
      const found = rewrite(url, 'open')
      if (!found) return
      event.preventDefault()
      found.share.commit()
      setTimeout(
        guard(
          () => location[navigationType === 'replace' ? 'replace' : 'assign'](found.href),
          report,
        ),
      )
    }

    const readOpened = guard((url: unknown) => {
      const isText = typeof url === 'string' || url instanceof URL
      // Popup blockers let nothing through then.
      if (!isText || isAlone() || isIgnored()) return undefined
      const href = parseUrl(String(url), document.baseURI)?.href ?? ''
      // The address of the link that is being clicked: the same share, whether the page prevents the click or not.
      return href === lent?.href ? lent : rewrite(href, 'open')
    }, report)

    const wrap = (original: Window['open']): Window['open'] =>
      function (this: Window, ...args) {
        const found = readOpened(args[0])
        if (!found) return original.apply(this, args)
        args[0] = found.href
        const before = lent
        lent = found
        const opened = original.apply(this, args)
        lent = before
        // Null where it was blocked, and also where it was opened without a way back.
        if (opened || /no(opener|referrer)/.test(String(args[2])))
          guard(found.share.commit, report)()
        return opened
      }

    const click = guard(onClick, report)
    const stops = [
      // Before the handlers of the page, and behind them, for those that write the link only then.
      listen(window, 'click auxclick', click),
      listen(window, 'click', click, false),
      patch(window, 'open', wrap),
    ]
    const { navigation } = window as { navigation?: EventTarget }
    if (navigation?.addEventListener)
      stops.push(listen(navigation, 'navigate', guard(onLeave, report)))
    return () => stops.forEach((stop) => stop())
  }
}
