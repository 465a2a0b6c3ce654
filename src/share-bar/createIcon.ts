import { createNode } from './createNode.js'

/** Makes a picture of one path in a box of 24 by 24, for the eye only. */
export function createIcon(path: string): SVGElement {
  return createNode(
    'svg',
    { viewBox: '0 0 24 24', 'aria-hidden': 'true' },
    createNode('path', { d: path }),
  )
}
