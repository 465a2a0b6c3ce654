import type { Entry } from './readEntries.js'

/** What puts the items of a bar into their places. */
export interface Placer {
  /** Puts entries at the beginning of `parent`, in their order; an item that stands there already is used as it is. */
  place: (parent: Element, entries: Entry[], create: (entry: Entry) => HTMLElement) => void
  /** Puts anything else at the end of `parent`. */
  append: <Item extends Element>(parent: Element, item: Item) => Item
  /** Takes away all that was put there, and nothing of the site's. */
  clear: () => void
  /** Each link that passes the page on. */
  links: Map<HTMLAnchorElement, KnownLink>
}

/** What is known of a link. */
export interface KnownLink {
  /** What it stands for; a link by the site may lead anywhere. */
  entry?: Entry
  /** Whether it was made here, and not by the site. */
  isMade: boolean
}

/** Makes what places the items of a bar. */
export function createPlacer(): Placer {
  const made = new Set<Element>()
  const links: Placer['links'] = new Map()
  return {
    links,
    place: (parent, entries, create) => {
      let last = parent.querySelector(':scope > summary')
      for (const entry of entries) {
        const pointer = entry.pointer ? `[data-pointer=${entry.pointer}]` : ''
        let item = parent.querySelector(`:scope > [data-channel="${entry.name}"]${pointer}`)
        const isMade = !item
        if (!item) {
          item = create(entry)
          made.add(item)
          if (last) last.after(item)
          else parent.prepend(item)
        }
        if (item instanceof HTMLAnchorElement) links.set(item, { entry, isMade })
        last = item
      }
    },
    append: (parent, item) => {
      made.add(item)
      parent.append(item)
      return item
    },
    clear: () => {
      for (const item of made) item.remove()
      made.clear()
      links.clear()
    },
  }
}
