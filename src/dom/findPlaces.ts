import { findOwnUrls } from '../url/findOwnUrls.js'
import type { Place } from './decoratePlaces.js'
import { goesOn } from './goesOn.js'
import { isCopyable } from './isCopyable.js'
import { placeInLink } from './placeInLink.js'
import { placeInText } from './placeInText.js'

/** More own URLs, or more own links, than this in one selection are no share. */
const MAX_PLACES = 200

/** The first node behind everything in a node. */
const nodeAfter = (node: Node): Node | null => {
  let at: Node | null = node
  while (at && !at.nextSibling) at = at.parentNode
  return at && at.nextSibling
}

/** Whether the range may hold own URLs at all: one look at its text, and one at the links around and in it. */
const isWorthWalking = (range: Range, hosts: readonly string[]): boolean => {
  const text = String(range)
  const root = range.commonAncestorContainer
  const element = root instanceof Element ? root : root.parentElement
  if (!element || hosts.some((host) => text.includes(host))) return !!element
  const links = element.querySelectorAll<HTMLAnchorElement>('a[href]')
  return (
    !!element.closest('a[href]') ||
    Array.prototype.some.call(links, ({ host }) => hosts.includes(host))
  )
}

/**
 * Finds what a copy of these ranges would carry of the site's URLs: own links with something selected and rendered in
 * them, and own URLs that are wholly selected. Empty where there is nothing to do, or too much (over 200): then the copy
 * stays clean. Linear: browsers compare positions by counting siblings, so nodes are compared by identity alone.
 *
 * @param hosts the site's hosts, for a first look, which for prose is all that happens
 */
export function findPlaces(
  ranges: readonly Range[],
  hosts: readonly string[],
  isOwn: (href: string) => boolean,
): Place[] {
  const links = new Map<Element, Place>()
  const texts: Place[] = []
  for (const range of ranges.filter((each) => isWorthWalking(each, hosts))) {
    const { startContainer, startOffset, endContainer, endOffset } = range
    const walker = document.createTreeWalker(document)
    // A text node has no child nodes: it is the first one, or comes before the end, itself.
    const isText = startContainer instanceof Text
    const end = endContainer.childNodes[endOffset] ?? nodeAfter(endContainer)
    let node = isText
      ? startContainer
      : (startContainer.childNodes[startOffset] ?? nodeAfter(startContainer))
    if (node) walker.currentNode = node
    for (; node && node !== end; node = walker.nextNode()) {
      const text = node instanceof Text ? node : undefined
      if (!text && !/^(img|svg)$/i.test(node.nodeName)) continue
      const from = node === startContainer ? startOffset : 0
      const to = node === endContainer ? endOffset : (text?.length ?? 1)
      const parent = node.parentElement
      const link = from < to && parent?.closest<HTMLAnchorElement>('a[href]')
      if (link && !links.has(link) && isOwn(link.href) && isCopyable(parent))
        links.set(link, placeInLink(link))
      if (text?.data.includes('://')) {
        for (const { start, end: after, url } of findOwnUrls(text.data, isOwn)) {
          const isSelected = start >= from && after <= to
          if (isSelected && isCopyable(parent) && !goesOn(text, after))
            texts.push(placeInText(text, start, url))
        }
      }
      if (links.size > MAX_PLACES || texts.length > MAX_PLACES) return []
    }
  }
  return [...links.values(), ...texts]
}
