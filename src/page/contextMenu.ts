/**
 * The context menu's "Copy link address": an own link carries a token while the browser makes its menu. Whether it is
 * copied cannot be known, so these shares are never certain.
 */
import { lendHref } from '../dom/lendHref.js'
import { linkOf } from '../dom/linkOf.js'
import type { Extension } from '../extension.js'
import { guard } from '../lib/guard.js'
import { listen } from '../lib/listen.js'
import { decorate } from '../url/decorate.js'

/** Plugs the context menu of own links in. Its channel is `copy-link`. */
export function contextMenu(): Extension {
  return ({ settings, isOwn, begin, report }) => {
    const onMenu = (event: Event): void => {
      const link = event.isTrusted && linkOf(event)
      const share = link && isOwn(link.href) && begin('context', 'copy-link')
      if (!share) return
      const offer = (): void => {
        if (!event.defaultPrevented) share.commit(false)
      }
      const own = share.decorate(link.href)
      // Where another service shows the page, the link stays one of that service: "Open in new tab" follows it.
      const isPlain = own.startsWith(link.origin)
      lendHref(link, isPlain ? own : decorate(link.href, share.token, settings), offer, report)
    }
    return listen(window, 'contextmenu', guard(onMenu, report))
  }
}
