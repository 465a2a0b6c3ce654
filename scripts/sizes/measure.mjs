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
export async function measure({ code = '', besides, file }) {
  if (file !== undefined) return weigh(new Uint8Array(readFileSync(root + file)))
  if (besides === undefined) return weigh(await bundle(code))
  const differences = await Promise.all(
    besides.map(async (others) => {
      const all = weigh(await bundle(`${others}\n${code}`))
      const rest = weigh(await bundle(others))
      return { minified: all.minified - rest.minified, brotli: all.brotli - rest.brotli }
    }),
  )
  return {
    minified: meanOf(differences.map(({ minified }) => minified)),
    brotli: meanOf(differences.map(({ brotli }) => brotli)),
  }
}

/** @param {readonly number[]} values */
const meanOf = (values) => Math.round(values.reduce((sum, value) => sum + value, 0) / values.length)

/**
 * @param {Uint8Array} bytes
 * @returns {{ minified: number, brotli: number }}
 */
function weigh(bytes) {
  const brotli = brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  })
  return { minified: bytes.length, brotli: brotli.length }
}
