import type { Place } from './decoratePlaces.js'

/**
 * The place of a link's resolved URL. What is added to it is added to the attribute as written, where that comes to the same
 * URL: Firefox copies `/a b` with its blank, and styles may ask how an address begins. The attribute is restored as
 * written, unless the page has changed it meanwhile.
 */
export function placeInLink(link: HTMLAnchorElement): Place {
  const { href: url } = link
  return {
    url,
    put: (decorated) => {
      const written = link.getAttribute('href') ?? ''
      const set = (href: string): void => link.setAttribute('href', href)
      // A token stands before the fragment.
      const at = url.search(/#|$/)
      const added = decorated.slice(at, at + decorated.length - url.length)
      set(written.replace(/#|$/, (hash) => added + hash))
      if (link.href !== decorated) set(decorated)
      const shown = link.getAttribute('href')
      return () => {
        if (link.getAttribute('href') === shown) set(written)
      }
    },
  }
}
