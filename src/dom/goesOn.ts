import { parentOf } from './parentOf.js'
import { walkerAt } from './walkerAt.js'

/** The nearest element around a node that is laid out as a block. */
const blockAround = (node: Node): Element | null => {
  let at = parentOf(node)
  while (at && /^(inline|contents)/.test(getComputedStyle(at).display)) at = parentOf(at)
  return at
}

/**
 * Tells whether a URL that ends at `end` in a text node, as far as it is written there, may go on in the next inline node:
 * behind `<wbr>`, a highlight or other inline tags, and also behind punctuation that ended it here.
 */
export function goesOn(node: Text, end: number): boolean {
  if (/[\s<>"]/.test(node.data.slice(end))) return false
  const walker = walkerAt(node)
  for (let next = walker.nextNode(); next && next.nodeName !== 'BR'; next = walker.nextNode()) {
    const text = next instanceof Text && next.data
    if (text) return !/^[\s<>"]/.test(text) && blockAround(next) === blockAround(node)
  }
  return false
}
