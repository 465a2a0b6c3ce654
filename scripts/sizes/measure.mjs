import { readFileSync } from 'node:fs'
import { brotliCompressSync, constants } from 'node:zlib'
import { root } from '../setup/root.mjs'
import { bundle } from './bundle.mjs'

/**
 * Measures one budget on the built package.
 *
 * @param {import('./budgets.mjs').Budget} budget
 * @returns {Promise<{ minified: number, brotli: number }>} bytes
 */
export async function measure({ code, file }) {
  const bytes =
    file === undefined ? await bundle(code ?? '') : new Uint8Array(readFileSync(root + file))
  const brotli = brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  })
  return { minified: bytes.length, brotli: brotli.length }
}
