import { walkerAt } from './walkerAt.js'

/** The element around a node, be it a form with a field that is named `parentElement`. */
export function parentOf(node: Node): Element | null {
  return walkerAt(node, document, NodeFilter.SHOW_ELEMENT).parentNode() as Element | null // only elements are shown
}
