import { findOwnUrls } from '../url/findOwnUrls.js'
import type { Place } from './decoratePlaces.js'
import { isCopyable } from './isCopyable.js'
import { placeInLink } from './placeInLink.js'
import { placeInText } from './placeInText.js'

/** More own URLs, or more own links, than this in one selection are no share. */
const MAX_PLACES = 200

/** The nearest element around a node that is laid out as a block. */
const blockAround = (node: Node): Element | null => {
  let at = node.parentElement
  while (at && /^(inline|contents)/.test(getComputedStyle(at).display)) at = at.parentElement
  return at
}

/** Tells whether the text goes on behind a text node without a break: after `<wbr>`, a highlight or other inline tags. */
const goesOn = (node: Text): boolean => {
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  walker.currentNode = node
  for (let next = walker.nextNode(); next && next.nodeName !== 'BR'; next = walker.nextNode()) {
    const text = next instanceof Text && next.data
    if (text) return !/^[\s<>"]/.test(text) && blockAround(next) === blockAround(node)
  }
  return false
}

const findLinks = (range: Range, isOwn: (href: string) => boolean): Place[] => {
  const root = range.commonAncestorContainer
  const element = root instanceof Element ? root : root.parentElement
  const around = element?.closest<HTMLAnchorElement>('a[href]')
  const places: Place[] = []
  for (const link of around
    ? [around]
    : (element?.querySelectorAll<HTMLAnchorElement>('a[href]') ?? [])) {
    if (range.intersectsNode(link) && isOwn(link.href) && isCopyable(link))
      places.push(placeInLink(link))
    if (places.length > MAX_PLACES) break
  }
  return places
}

const findTexts = (range: Range, isOwn: (href: string) => boolean): Place[] => {
  const root = range.commonAncestorContainer
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const places: Place[] = []
  for (let node = root instanceof Text ? root : walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text) || !node.data.includes('://')) continue
    for (const { start, end, url } of findOwnUrls(node.data, isOwn)) {
      const selected = range.comparePoint(node, start) === 0 && range.comparePoint(node, end) === 0
      const whole = end < node.length || !goesOn(node)
      if (selected && whole && node.parentElement && isCopyable(node.parentElement))
        places.push(placeInText(node, start, url))
    }
  }
  return places
}

/**
 * Finds what a copy of these ranges would carry of the site's URLs. Empty where there is nothing to do, or too much
 * (over 200): then the copy stays clean. The text is looked at as one string first, which for prose is all that happens.
 *
 * @param hosts the site's hosts, for that first look
 */
export function findPlaces(
  ranges: readonly Range[],
  hosts: readonly string[],
  isOwn: (href: string) => boolean,
): Place[] {
  const links = ranges.flatMap((range) => findLinks(range, isOwn))
  const texts = ranges.flatMap((range) => {
    const text = String(range)
    return hosts.some((host) => text.includes(host)) ? findTexts(range, isOwn) : []
  })
  return links.length > MAX_PLACES || texts.length > MAX_PLACES ? [] : [...links, ...texts]
}
