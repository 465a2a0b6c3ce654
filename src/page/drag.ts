/**
 * Dragging an own link, or a selection with own links and own URLs. Chromium and Firefox have filled every flavour before
 * the event: these are edited. WebKit fills them from the document afterwards: there the document is decorated meanwhile.
 */
import { decoratePlaces } from '../dom/decoratePlaces.js'
import { findPlaces } from '../dom/findPlaces.js'
import { linkOf } from '../dom/linkOf.js'
import { placeInLink } from '../dom/placeInLink.js'
import type { Extension } from '../extension.js'
import { guard } from '../lib/guard.js'
import { listen } from '../lib/listen.js'
import { editUrls } from '../url/editUrls.js'

/** Plugs dragging in. Its channel is `drag`; where it is dropped cannot be known, so these shares are never certain. */
export function drag(): Extension {
  return ({ hosts, isOpen, isOwn, begin, report }) => {
    const onDrag = (event: Event): void => {
      const { dataTransfer: data } = event as DragEvent // by its name
      const [target] = event.composedPath()
      if (!data || !event.isTrusted || event.defaultPrevented || !isOpen()) return
      const link = linkOf(event)
      const selection = getSelection()
      const places =
        selection?.rangeCount && target instanceof Node && selection.containsNode(target, true)
          ? findPlaces([selection.getRangeAt(0)], hosts, isOwn)
          : []
      // WebKit drags a picture in a link alone.
      if (link && isOwn(link.href) && data.getData('text/uri-list').includes(link.href))
        places.push(placeInLink(link))
      const share = places.length ? begin('drag', 'drag') : undefined
      if (!share) return

      const urls = new Set(places.map(({ url }) => url))
      const own = { isOwn: (url: string) => urls.has(url), decorate: share.decorate }
      // WebKit: to set data now would keep it from filling the rest.
      const isFilled = !!data.getData('text/html')
      for (const type of isFilled ? data.types : []) {
        const written = data.getData(type)
        const edited = editUrls(written, own, type === 'text/html')
        if (edited !== written) data.setData(type, edited)
      }
      const restore = isFilled ? () => {} : decoratePlaces(places, share.decorate)
      setTimeout(
        guard(() => {
          restore()
          if (!event.defaultPrevented) share.commit(false)
        }, report),
      )
    }
    return listen(window, 'dragstart', guard(onDrag, report))
  }
}
