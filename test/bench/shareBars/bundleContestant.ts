import { readFile } from 'node:fs/promises'
import { brotliCompressSync, constants } from 'node:zlib'
import { build } from 'esbuild'
import { root } from '../../../scripts/setup/root.mjs'
import type { Contestant } from './contestants.js'

/** What a page loads for one kind of share buttons. */
export interface Bundled {
  script: string
  css: string
  /** After brotli 11. */
  scriptBytes: number
  cssBytes: number
}

const weigh = (text: string): number =>
  text === ''
    ? 0
    : brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length

/** Bundles and minifies what a page would, and weighs it. */
export async function bundleContestant({ code, css, ready }: Contestant): Promise<Bundled> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: root },
    bundle: true,
    minify: true,
    write: false,
    format: ready === '' ? 'esm' : 'iife',
    target: 'es2020',
    platform: 'browser',
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
    ...(ready === '' && { external: ['react', 'react/jsx-runtime'] }),
    logLevel: 'error',
  })
  const script = outputFiles[0]?.text ?? ''
  const sheet = css === undefined ? '' : await readFile(`${root}node_modules/${css}`, 'utf8')
  return { script, css: sheet, scriptBytes: weigh(script), cssBytes: weigh(sheet) }
}
