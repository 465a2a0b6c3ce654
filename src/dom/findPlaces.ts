import { findOwnUrls } from '../url/findOwnUrls.js'
import type { Place } from './decoratePlaces.js'
import { goesOn } from './goesOn.js'
import { isCopyable } from './isCopyable.js'
import { placeInLink } from './placeInLink.js'
import { placeInText } from './placeInText.js'
import { walkRange } from './walkRange.js'

/** More own URLs, or more own links, than this in one selection are no share. */
const MAX_PLACES = 200

const some = <Match extends Element>(
  all: NodeListOf<Match>,
  test: (one: Match) => boolean,
): boolean => Array.prototype.some.call(all, test)

/** Whether the range may hold own URLs at all: one look at the links in its scope, its text, and the shadow trees. */
const isWorthWalking = (range: Range, hosts: readonly string[]): boolean => {
  const root = range.commonAncestorContainer
  // The rest are texts and comments. A document and a shadow root have what is asked of an element here.
  const scope = ('querySelectorAll' in root ? root : root.parentNode) as Element | null
  if (!scope) return false
  if (
    scope.closest?.('a[href]') ||
    some(scope.querySelectorAll<HTMLAnchorElement>('a[href]'), ({ host }) => hosts.includes(host))
  )
    return true
  const text = String(range)
  return (
    hosts.some((host) => text.includes(host)) ||
    some(scope.querySelectorAll('*'), ({ shadowRoot }) => !!shadowRoot)
  )
}

/**
 * Finds what a copy of these ranges would carry of the site's URLs: own links with something selected and rendered in
 * them, and own URLs that are wholly selected. Empty where there is nothing to do, or too much (over 200): then the copy
 * stays clean.
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
  const isTooMuch = (): boolean => Math.max(links.size, texts.length) > MAX_PLACES
  for (const range of ranges.filter((each) => isWorthWalking(each, hosts))) {
    const { startContainer, startOffset, endContainer, endOffset } = range
    /** The last own link on the way. */
    let last: HTMLAnchorElement | undefined
    const enter = (anchor: HTMLAnchorElement | null | undefined): void => {
      if (anchor && isOwn(anchor.href)) last = anchor
    }
    const first = startContainer instanceof Element ? startContainer : startContainer.parentElement
    enter(first?.closest<HTMLAnchorElement>('a[href]'))
    walkRange(range, (node) => {
      // Most nodes are texts outside links: what is asked of each of them is cheap, `closest` and `instanceof` are not.
      const text = node.nodeType === Node.TEXT_NODE && (node as Text)
      const { localName } = node as Element // undefined for what is no element
      if (localName === 'a' && (node as Element).matches('[href]')) enter(node as HTMLAnchorElement)
      const link =
        last?.contains(node) && !links.has(last) && (text || /^(img|svg)$/.test(localName)) && last
      const isWritten = text && text.data.includes('://')
      if (!isWritten && !link) return false
      const parent = node.parentElement
      const from = node === startContainer ? startOffset : 0
      const to = node === endContainer ? endOffset : text ? text.length : 1
      if (link && from < to && isCopyable(parent)) links.set(link, placeInLink(link))
      if (isWritten) {
        for (const { start, end, url } of findOwnUrls(text.data, isOwn)) {
          const isSelected = start >= from && end <= to
          if (isSelected && isCopyable(parent) && !goesOn(text, end))
            texts.push(placeInText(text, start, url))
        }
      }
      return isTooMuch()
    })
  }
  return isTooMuch() ? [] : [...links.values(), ...texts]
}
