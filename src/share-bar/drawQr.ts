import { generate } from 'lean-qr/nano'
import { createNode } from './createNode.js'

/** The quiet zone that scanners ask for, in modules. */
const MARGIN = 4

/**
 * Draws a QR code of a text (ISO 18004) with its quiet zone, in a box of one unit a module; `label` says what it is for. The
 * style sheet makes it black on white, whatever the colours of the page.
 */
export function drawQr(text: string, label: string): SVGElement {
  const code = generate(text)
  let path = ''
  for (let y = 0; y < code.size; y++) {
    for (let x = 0; x < code.size; x++) if (code.get(x, y)) path += `M${x} ${y}h1v1h-1z`
  }
  const size = code.size + MARGIN * 2
  return createNode(
    'svg',
    {
      viewBox: `${-MARGIN} ${-MARGIN} ${size} ${size}`,
      'shape-rendering': 'crispEdges',
      role: 'img',
      'aria-label': label,
    },
    createNode('path', { d: path }),
  )
}
