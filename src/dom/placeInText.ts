import type { Place } from './decoratePlaces.js'

/** The place of a URL that begins at `start` in a text node. */
export function placeInText(node: Text, start: number, url: string): Place {
  return {
    url,
    put: (decorated) => {
      // What differs, without the common beginning and end; one character more where nothing would be removed, because a
      // live range does not grow when text is inserted at its end.
      const more = decorated.length - url.length
      let from = 0
      let to = url.length
      while (from < to - 1 && url[from] === decorated[from]) from++
      while (from < to - 1 && url[to - 1] === decorated[to - 1 + more]) to--
      const removed = url.slice(from, to)
      const inserted = decorated.slice(from, to + more)
      // Inserting before deleting: a boundary of a selection behind the part moves with its end, where `replaceData`
      // would pull it to the start.
      const replace = (at: number, before: string, after: string): void => {
        node.insertData(at, after)
        node.deleteData(at + after.length, before.length)
      }
      const written = node.data
      try {
        replace(start + from, removed, inserted)
      } catch (cause) {
        node.data = written
        throw cause
      }
      return () => {
        // The page may have changed the node meanwhile: then the text is looked for, and left where it has gone.
        const isThere = node.data.startsWith(inserted, start + from)
        const at = isThere ? start + from : node.data.indexOf(inserted)
        if (at >= 0) replace(at, inserted, removed)
      }
    },
  }
}
