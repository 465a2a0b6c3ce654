import type { Channel } from '../channel/channels.js'
import { isIgnored } from '../dom/isIgnored.js'
import { listen } from '../lib/listen.js'
import { beginShare } from '../share/beginShare.js'
import { readHost } from '../share/readHost.js'
import type { KnownLink } from './createPlacer.js'

/**
 * Hands out the URL of the page with a token when the reader follows a link of the bar, and records the share. Where the
 * tracker listens for share links itself it has lent the link an address with a token by now, and nothing is left to do.
 */
export function onLinkClick(
  bar: HTMLElement,
  links: ReadonlyMap<HTMLAnchorElement, KnownLink>,
  readUrl: () => string,
): void {
  listen(bar, 'click auxclick', (event) => {
    const { target, button, isTrusted } = event as MouseEvent // the type by its name
    const link = (target as Element).closest('a') // what is clicked is an element
    // Any other button of `auxclick` than the middle one follows no link.
    if (!link || !links.has(link) || !isTrusted || button > 1 || isIgnored(event)) return
    if (RegExp(`%\\w\\w${readHost()?.settings.param}%3D`).test(link.href)) return
    const plain = readUrl()
    const { url, commit } = beginShare('link', link.dataset['channel'] as Channel, plain)
    if (url === plain) return
    const written = link.getAttribute('href') ?? ''
    // Only the first: what comes behind it is where the reader returns to.
    const href = written.replace(encodeURIComponent(plain), () => encodeURIComponent(url))
    if (href === written) return
    link.href = href
    setTimeout(() => {
      link.href = written
      if (!event.defaultPrevented) commit()
    })
  })
}
