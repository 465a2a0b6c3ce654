import { build } from 'esbuild'
import { root } from '../setup/root.mjs'

/**
 * Bundles code that imports the built package, as a careful site would: one minified ES module for ES2020 browsers.
 *
 * @param {string} code
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function bundle(code) {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: root },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2020',
    platform: 'browser',
    legalComments: 'none',
    logLevel: 'silent',
  })
  return new Uint8Array(outputFiles[0]?.contents ?? [])
}
