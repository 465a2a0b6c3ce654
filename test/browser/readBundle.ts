import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const BUNDLES = new URL('../fixtures/bundles/', import.meta.url)

const bundles = new Map<string, Promise<string>>()

async function makeBundle(name: string): Promise<string> {
  const { outputFiles } = await build({
    // esbuild finds the ending: .js, .jsx or .ts.
    entryPoints: [fileURLToPath(new URL(name, BUNDLES))],
    bundle: true,
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
    write: false,
  })
  return outputFiles[0]?.text ?? ''
}

/** The script of a page, `test/fixtures/bundles/NAME.*`, with what it imports from npm, bundled as sites do; once a process. */
export function readBundle(name: string): Promise<string> {
  const bundle = bundles.get(name) ?? makeBundle(name)
  bundles.set(name, bundle)
  return bundle
}
