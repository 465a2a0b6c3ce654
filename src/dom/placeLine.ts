import type { Place } from './decoratePlaces.js'
import { findTextEnd } from './findTextEnd.js'

/** Whether `normalize` would leave an element as it is: no texts beside each other, and none that are empty. */
const isNormal = (element: Node): boolean => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const { nodeValue, nextSibling } = walker.currentNode
    if (!nodeValue || nextSibling instanceof Text) return false
  }
  return true
}

/**
 * The place of a line behind what is selected: an empty line, then what `write` makes of the URL, which is a link in it.
 * The selection ends with the line, or behind it, for as long as that is there.
 */
export function placeLine(
  selection: Selection,
  url: string,
  write: (url: string) => string,
): Place {
  return {
    url,
    put: (decorated) => {
      const text = write(decorated)
      const at = text.indexOf(decorated)
      // The handlers of the page have run since, and an application may have rendered anew.
      const range = selection.getRangeAt(0)
      const end = findTextEnd(range)
      if (!end || at < 0) throw new Error('attribution: no place for the line, or no URL in it')
      const line = document.createElement('span')
      const link = document.createElement('a')
      const shown = new Text(decorated)
      link.href = decorated
      link.append(shown)
      const linesOf = (part: string): (Node | string)[] =>
        part.split('\n').flatMap((each, i) => (i ? [document.createElement('br'), each] : each))
      line.append(
        ...linesOf(`\n\n${text.slice(0, at)}`),
        link,
        ...linesOf(text.slice(at + decorated.length)),
      )
      // WebKit copies capitals where styles show them, and an address in capitals is another one.
      line.style.textTransform = link.style.textTransform = 'none'

      const { anchorNode, anchorOffset, focusNode, focusOffset } = selection
      const { startContainer, startOffset, endContainer, endOffset } = range
      const isBackward = focusNode === startContainer && focusOffset === startOffset
      const { node, offset } = end
      const parent = node.parentNode as Node // it has just been found in the document
      const wasNormal = isNormal(parent)
      const tail =
        node instanceof Text && (offset ?? node.length) < node.length
          ? node.splitText(offset ?? 0)
          : undefined
      node.after(line)
      const select = (...[from, fromOffset, to, toOffset]: [Node, number, Node, number]): void =>
        isBackward
          ? selection.setBaseAndExtent(to, toOffset, from, fromOffset)
          : selection.setBaseAndExtent(from, fromOffset, to, toOffset)
      // Where the range ends behind the line, so do the flavours: with what the browser writes for an end there.
      if (range.intersectsNode(line)) select(startContainer, startOffset, endContainer, endOffset)
      else select(startContainer, startOffset, line, line.childNodes.length)
      return () => {
        line.remove()
        // Observers get the removed element in their records.
        link.removeAttribute('href')
        shown.data = ''
        if (tail && wasNormal && node.nextSibling === tail)
          // Moves the ranges that the page keeps in the tail along, which no other way does.
          parent.normalize()
        else if (tail) {
          ;(node as Text).appendData(tail.data)
          tail.remove()
        }
        if (anchorNode && focusNode)
          selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset)
      }
    },
  }
}
