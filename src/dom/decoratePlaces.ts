import type { Stop } from '../lib/listen.js'
import type { Place } from './findPlaces.js'

/**
 * Replaces a part of a text node, inserting before deleting: a boundary of a selection behind the part then moves with
 * its end, where `replaceData` would pull it to the start. Needs `removed` to be one character or more.
 */
const replaceText = (node: Text, at: number, removed: string, inserted: string): void => {
  node.insertData(at, inserted)
  node.deleteData(at + inserted.length, removed.length)
}

const decorateText = (node: Text, start: number, url: string, decorated: string): Stop => {
  // What differs, without the common beginning and end; one character more where nothing would be removed, because a
  // live range does not grow when text is inserted at its end.
  const more = decorated.length - url.length
  let from = 0
  let to = url.length
  while (from < to - 1 && url[from] === decorated[from]) from++
  while (from < to - 1 && url[to - 1] === decorated[to - 1 + more]) to--
  const removed = url.slice(from, to)
  const inserted = decorated.slice(from, to + more)
  replaceText(node, start + from, removed, inserted)
  return () => {
    // The page may have changed the node meanwhile: then the text is looked for, and left where it has gone.
    const at = node.data.startsWith(inserted, start + from)
      ? start + from
      : node.data.indexOf(inserted)
    if (at >= 0) replaceText(node, at, inserted, removed)
  }
}

const decorateLink = (link: HTMLAnchorElement, decorated: string): Stop => {
  const written = link.getAttribute('href') ?? ''
  link.setAttribute('href', decorated)
  return () => {
    if (link.getAttribute('href') === decorated) link.setAttribute('href', written)
  }
}

/**
 * Puts the decorated URLs into the document, and returns what takes them out again, exactly. If anything throws on the
 * way, what was done is undone first.
 */
export function decoratePlaces(places: readonly Place[], decorate: (url: string) => string): Stop {
  const undo: Stop[] = []
  const restore = (): void => {
    while (undo.length) undo.pop()?.()
  }
  try {
    // From last to first: within a text node the earlier places keep their index.
    for (const place of [...places].reverse()) {
      const decorated = decorate(place.url)
      if (decorated === place.url) continue
      undo.push(
        'link' in place
          ? decorateLink(place.link, decorated)
          : decorateText(place.node, place.start, place.url, decorated),
      )
    }
  } catch (cause) {
    restore()
    throw cause
  }
  return restore
}
