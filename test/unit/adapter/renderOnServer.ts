import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { build, type Plugin } from 'esbuild'
import { compile } from 'svelte/compiler'
import type { AppProps } from './app.js'

/** The folder of the repository: `scripts/setup/root.mjs` does not load in happy-dom, where URLs are those of a site. */
const root = `${process.cwd()}/`

/** Compiles components of Svelte for a server. */
const svelte: Plugin = {
  name: 'svelte',
  setup: (build) =>
    build.onLoad({ filter: /\.svelte$/ }, async ({ path: filename }) => {
      const source = await readFile(filename, 'utf8')
      return { contents: compile(source, { filename, generate: 'server', dev: true }).js.code }
    }),
}

/**
 * Runs `test/unit/NAME/server.ts`, which writes the application as HTML, in a Node process of its own, without a DOM. Rejects
 * where it writes a warning.
 */
export async function renderOnServer(name: string, props: AppProps): Promise<string> {
  await mkdir(`${root}.cache`, { recursive: true })
  // Inside the repository, so that the frameworks are found.
  const folder = await mkdtemp(path.join(root, '.cache/server-'))
  try {
    const outfile = path.join(folder, 'server.mjs')
    await build({
      entryPoints: [`${root}test/unit/${name}/server.ts`],
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      packages: 'external',
      logLevel: 'silent',
      plugins: [svelte],
    })
    const args = ['--conditions=development', outfile, JSON.stringify(props)]
    const { stdout, stderr } = await promisify(execFile)(process.execPath, args)
    if (stderr) throw new Error(stderr)
    return stdout
  } finally {
    await rm(folder, { recursive: true })
  }
}
