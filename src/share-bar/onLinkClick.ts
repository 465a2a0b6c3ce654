import type { Channel } from '../channel/channels.js'
import { listen } from '../lib/listen.js'
import { beginShare } from '../share/beginShare.js'
import type { KnownLink } from './createPlacer.js'

/**
 * Hands out the URL of the page with a token when the reader follows a link of the bar, and records the share. Where the
 * tracker listens for share links itself it has lent the link another address by now, and nothing is left to do.
 */
export function onLinkClick(
  bar: HTMLElement,
  links: ReadonlyMap<HTMLAnchorElement, KnownLink>,
  readUrl: () => string,
): void {
  listen(bar, 'click auxclick', (event) => {
    const { target, button, isTrusted } = event as MouseEvent // the type by its name
    const link = (target as Element).closest('a') // what is clicked is an element
    const known = link && links.get(link)
    // Any other button of `auxclick` than the middle one follows no link.
    if (!known || link.href !== known.href || !isTrusted || button > 1) return
    const plain = readUrl()
    const { url, commit } = beginShare('link', link.dataset['channel'] as Channel, plain)
    // Only the first: what comes behind it is where the reader returns to.
    link.href = link.href.replace(encodeURIComponent(plain), () => encodeURIComponent(url))
    if (link.href === known.href) return
    setTimeout(() => {
      link.href = known.href
      if (!event.defaultPrevented) commit()
    })
  })
}
