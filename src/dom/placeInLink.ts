import type { Place } from './decoratePlaces.js'

/** The place of a link's resolved URL. The attribute is restored as written, unless the page has changed it meanwhile. */
export function placeInLink(link: HTMLAnchorElement): Place {
  return {
    url: link.href,
    put: (url) => {
      const written = link.getAttribute('href') ?? ''
      link.setAttribute('href', url)
      return () => {
        if (link.getAttribute('href') === url) link.setAttribute('href', written)
      }
    },
  }
}
