/**
 * Makes the script-tag file: esbuild bundles `src/snippet.ts`, and terser, which looks across what were modules, takes
 * another 5 %. The map leads back to the TypeScript.
 */
import { writeFile } from 'node:fs/promises'
import { build } from 'esbuild'
import { minify } from 'terser'

const NAME = 'aparte.min.js'

const { outputFiles } = await build({
  entryPoints: ['src/snippet.ts'],
  outfile: `dist/${NAME}`,
  bundle: true,
  format: 'iife',
  platform: 'browser',
  target: 'es2020',
  minify: true,
  sourcemap: 'external',
  legalComments: 'none',
  logLevel: 'warning',
  write: false,
})
const [map, bundle] = outputFiles
if (!map || !bundle) throw new Error('esbuild gave no bundle')

const { code, map: sourceMap } = await minify(bundle.text, {
  ecma: 2020,
  toplevel: true,
  compress: { passes: 3, unsafe_arrows: true },
  sourceMap: { content: map.text, filename: NAME, url: `${NAME}.map`, includeSources: true },
})
if (!code || typeof sourceMap !== 'string') throw new Error('terser gave no code')
// With a line end: sites that join files would run into the comment at the end.
await writeFile(`dist/${NAME}`, `${code}\n`)
await writeFile(`dist/${NAME}.map`, sourceMap)
