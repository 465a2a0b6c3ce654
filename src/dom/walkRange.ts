import { walkerAt } from './walkerAt.js'

/** The first node behind everything in a node. By a walker: a form's fields can take the place of its `parentNode`. */
const nodeAfter = (node: Node): Node | null => {
  const walker = walkerAt(node)
  while (walker.lastChild());
  return walker.nextNode()
}

/** What is rendered in place of an element's children: its shadow tree, or the nodes assigned to a slot. */
const shownIn = (node: Node): Node[] | undefined => {
  // Asked of every node, so by what is cheap: `instanceof` is not.
  if (node.nodeType !== Node.ELEMENT_NODE) return undefined
  const { localName, shadowRoot } = node as Element
  // A field of this name can take its place in a form.
  if (shadowRoot instanceof ShadowRoot) return [...shadowRoot.childNodes]
  const assigned =
    localName === 'slot' ? ((node as Partial<HTMLSlotElement>).assignedNodes?.() ?? []) : []
  return assigned.length ? assigned : undefined
}

/**
 * Visits the nodes that a range begins in or holds, in the order in which they are rendered: open shadow trees in place
 * of what their hosts contain. Browsers copy just that. `visit` returns true to end the walk.
 *
 * Linear: browsers compare positions by counting siblings, so nodes are compared by identity alone.
 */
export function walkRange(range: Range, visit: (node: Node) => boolean): void {
  const { startContainer, startOffset, endContainer, endOffset } = range
  const end = endContainer.childNodes[endOffset] ?? nodeAfter(endContainer)

  /** Walks from a node to the end of a tree; true where the walk is over. */
  const walk = (root: Node, first: Node): boolean => {
    const walker = walkerAt(first, root)
    for (let node: Node | null = first; node; node = walker.nextNode()) {
      if (node === end || visit(node)) return true
      const shown = shownIn(node)
      if (!shown) continue
      if (shown.some((each) => walk(each, each)) || (end && node.contains(end))) return true
      // Behind what it contains.
      while (walker.lastChild());
    }
    return false
  }

  // A text node has no child nodes: it is the first one, or comes before the end, itself.
  const first =
    startContainer instanceof Text
      ? startContainer
      : (startContainer.childNodes[startOffset] ?? nodeAfter(startContainer))
  if (first) walk(startContainer.getRootNode(), first)
}
