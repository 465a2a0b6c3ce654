import jsQR from 'jsqr'
import type { Page } from './drivers/engine.js'

/** Pixels a module: the reader wants some. */
const SCALE = 4

/** Reads the QR code that a page shows, as a scanner would: from its modules, black on white. */
export async function readQr(page: Page): Promise<string> {
  const { size, margin, path } = await page.evaluate(() => {
    const svg = document.querySelector('dialog[open] svg')
    const [left = 0, , width = 0] = (svg?.getAttribute('viewBox') ?? '').split(' ').map(Number)
    const drawn = svg?.querySelector('path')?.getAttribute('d') ?? ''
    return { size: width, margin: -left, path: drawn }
  })
  const side = size * SCALE
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  for (const [, x = '', y = ''] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let row = 0; row < SCALE; row++) {
      const start = ((Number(y) + margin) * SCALE + row) * side + (Number(x) + margin) * SCALE
      for (let pixel = start; pixel < start + SCALE; pixel++)
        pixels.fill(0, pixel * 4, pixel * 4 + 3)
    }
  }
  // The package says that it has a default export of ES modules, and is one of CommonJS.
  const read = jsQR as unknown as typeof jsQR.default
  return read(pixels, side, side)?.data ?? 'no QR code'
}
