import type { Place } from './decoratePlaces.js'

/**
 * The place of a line behind what is selected: an empty line, then what `write` makes of the URL, which is a link in it.
 * The selection is extended over the line for as long as it is there.
 */
export function placeLine(
  range: Range,
  selection: Selection,
  { url, write }: { url: string; write: (url: string) => string },
): Place {
  return {
    url,
    put: (decorated) => {
      const text = write(decorated)
      const at = text.indexOf(decorated)
      const line = document.createElement('span')
      const link = document.createElement('a')
      link.href = link.textContent = decorated
      const br = (): HTMLElement => document.createElement('br')
      line.append(br(), br(), text.slice(0, at), link, text.slice(at + decorated.length))

      const { anchorNode, anchorOffset, focusNode, focusOffset } = selection
      const { startContainer, startOffset, endContainer: end, endOffset } = range
      const isBackward = focusNode === startContainer && focusOffset === startOffset
      const tail = end instanceof Text ? end.splitText(endOffset) : undefined
      if (tail) tail.before(line)
      else end.insertBefore(line, end.childNodes[endOffset] ?? null)
      const select = (...[from, fromOffset, to, toOffset]: [Node, number, Node, number]): void =>
        isBackward
          ? selection.setBaseAndExtent(to, toOffset, from, fromOffset)
          : selection.setBaseAndExtent(from, fromOffset, to, toOffset)
      select(startContainer, startOffset, line, line.childNodes.length)
      return () => {
        line.remove()
        // Observers get the removed element in their records.
        line.textContent = ''
        if (tail) (end as Text).appendData(tail.data)
        tail?.remove()
        if (anchorNode && focusNode)
          selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset)
      }
    },
  }
}
