import { parseUrl } from '../url/parseUrl.js'

/** `/fr/` and `/en-gb/` are front pages as `/` is. */
const LANGUAGE = /^[a-z]{2}(?:[-_][a-z]{2,4})?$/i
/** The name that a front page has as a file. */
const FRONT = /^(?:index|default|home|accueil|start)(?:\.\w+)?$/i
/** Begins the address of a list of pages. */
const LIST = /^(?:category|categories|tags?|topics?|sections?|authors?|search|page)$/i

/**
 * Tells whether a page lies so deep in a site that nobody types its address: `/2026/11/story` and `/the-long-title`, but not
 * `/`, `/fr/`, `/sport` or `/tag/climate`. A query that events may keep, and a `#/` route, count as part of the path.
 */
export function isDeep(page: string): boolean {
  const url = parseUrl(page, 'https://site.invalid')
  if (!url) return false
  const route = /^#!?(\/[^?]*)/.exec(url.hash)?.[1] ?? ''
  const segments = (url.pathname + route).split('/').filter(Boolean)
  if (LANGUAGE.test(segments[0] ?? '')) segments.shift()
  if (FRONT.test(segments[segments.length - 1] ?? '')) segments.pop()
  const [first = '', ...more] = segments
  if (url.search.length > 1) return true
  if (!more.length) return /[\d_-]|\.\w+$|%/.test(first)
  return !LIST.test(first) || more.length > 1
}
