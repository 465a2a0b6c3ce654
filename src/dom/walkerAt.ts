/**
 * Makes a walker that stands at a node. Where a walker goes is what the tree says: in a form, a field of that name takes the
 * place of `parentNode` or `parentElement`.
 *
 * @param shows the kinds of nodes to stop at, of `NodeFilter`; all of them unless given
 */
export function walkerAt(node: Node, root: Node = document, shows?: number): TreeWalker {
  const walker = document.createTreeWalker(root, shows)
  walker.currentNode = node
  return walker
}
