/** The element around a node. By a walker: in a form, a field of that name takes the place of `parentElement`. */
export function parentOf(node: Node): Element | null {
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_ELEMENT)
  walker.currentNode = node
  return walker.parentNode() as Element | null // only elements are shown
}
