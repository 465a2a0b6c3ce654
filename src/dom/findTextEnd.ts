import { isCopyable } from './isCopyable.js'

/** Where a line can follow what is selected. */
export interface TextEnd {
  /** The last selected thing: a text, a picture, or the link that ends with it. */
  node: ChildNode
  /** How much of a text is selected; all of it where undefined. */
  offset: number | undefined
}

const PICTURES = /^(img|svg|video|canvas)$/i

/**
 * Finds where what is selected ends for a reader: behind the last text with signs in it, or the last picture, that is
 * rendered and selectable. The range itself may end far behind it, in the first line of the next paragraph for one (a
 * triple click in Chromium). Undefined where it ends in code, an editor, an ignored part, or in the middle of a link.
 */
export function findTextEnd(range: Range): TextEnd | undefined {
  const { startContainer, startOffset, endContainer, endOffset } = range
  const walker = document.createTreeWalker(document.body)
  walker.currentNode = endContainer
  let node: Node | null = endContainer
  if (!(endContainer instanceof Text)) {
    // The last node before the end: the deepest one in what stands there, else the one before the container.
    const before = endContainer.childNodes[endOffset - 1]
    if (before) {
      walker.currentNode = node = before
      while (walker.lastChild()) node = walker.currentNode
    } else node = walker.previousNode()
  }
  for (; node && range.intersectsNode(node); node = walker.previousNode()) {
    const text = node instanceof Text ? node : undefined
    const from = node === startContainer ? startOffset : 0
    const to = node === endContainer ? endOffset : text?.length
    const parent: HTMLElement | null = node.parentElement
    const isShown = text ? text.data.slice(from, to).trim() : PICTURES.test(node.nodeName)
    if (!isShown || !(parent instanceof HTMLElement)) continue
    if (!isCopyable(parent)) {
      if (parent.isContentEditable || parent.closest('pre,code,kbd,textarea,[data-aparte-ignore]'))
        return undefined
      continue
    }
    const outer = parent.closest('a') ?? parent.closest('ruby')
    if (!outer) return { node: node as ChildNode, offset: text && to }
    // A line in a link would be part of it.
    const rest = document.createRange()
    rest.selectNodeContents(outer)
    if (text && to !== undefined) rest.setStart(text, to)
    else rest.setStartAfter(node)
    return String(rest).trim() ? undefined : { node: outer, offset: undefined }
  }
  return undefined
}
