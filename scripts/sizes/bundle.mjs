import { readFileSync } from 'node:fs'
import { build } from 'esbuild'
import { compile } from 'svelte/compiler'
import { root } from '../setup/root.mjs'

/** Compiles components of Svelte, as sites do. @type {import('esbuild').Plugin} */
const svelte = {
  name: 'svelte',
  setup: (build) =>
    build.onLoad({ filter: /\.svelte$/ }, ({ path }) => ({
      contents: compile(readFileSync(path, 'utf8'), { filename: path }).js.code,
    })),
}

/**
 * Bundles code that imports the built package, as a careful site would: one minified ES module for ES2020 browsers. Frameworks
 * stay outside of it.
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
    external: ['react', 'svelte', 'svelte/*', 'vue'],
    plugins: [svelte],
    legalComments: 'none',
    logLevel: 'silent',
  })
  return new Uint8Array(outputFiles[0]?.contents ?? [])
}
