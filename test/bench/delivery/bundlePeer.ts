import { build } from 'esbuild'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** Bundles a page of test/bench/peers/pages with its package, as its site would: minified, for ES2020 browsers. */
export async function bundlePeer(page: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [`${root}/test/bench/peers/pages/${page}.js`],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2020',
    platform: 'browser',
    define: { 'process.env.NODE_ENV': '"production"' },
    alias: { aparte: `${root}/dist/index.js` },
    logLevel: 'error',
  })
  return outputFiles[0]?.contents ?? new Uint8Array()
}
