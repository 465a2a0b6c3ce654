import jsqr from 'jsqr'
import type { Page } from './drivers/engine.js'
import { waitFor } from './waitFor.js'

/** Pixels to a module: a reader of pictures wants more than one. */
const SCALE = 4

/** Waits for a QR code in a bar of the page, and reads it from its modules as a phone would from its picture. */
export async function readQr(page: Page): Promise<string> {
  const { box, path } = await waitFor('a QR code', () =>
    page.evaluate(() => {
      const svg = document.querySelector('share-bar dialog[open] svg')
      const box = svg?.getAttribute('viewBox')
      const path = svg?.querySelector('path')?.getAttribute('d')
      return !!box && !!path && { box, path }
    }),
  )
  const [left = 0, , size = 0] = box.split(' ').map(Number)
  const width = size * SCALE
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255)
  for (const [, x = 0, y = 0] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g))
    for (let row = 0; row < SCALE; row++)
      for (let column = 0; column < SCALE; column++) {
        const at = ((Number(y) - left) * SCALE + row) * width + (Number(x) - left) * SCALE + column
        pixels.fill(0, at * 4, at * 4 + 3)
      }
  // A module of CommonJS, whose function is `default` in Node.
  const { default: decode } = 'default' in jsqr ? jsqr : { default: jsqr }
  const found = decode(pixels, width, width)
  if (!found) throw new Error('the QR code cannot be read')
  return found.data
}
