import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { root } from '../../scripts/setup/root.mjs'

/** What npm would publish. Sizes are bytes, `tarball` is the path of the packed file. */
export interface Pack {
  files: { path: string; size: number }[]
  size: number
  unpackedSize: number
  tarball: string
}

/**
 * Packs the package into a folder as `npm publish` would, out of the `dist` that is there: `--ignore-scripts`, because
 * `prepack` would build anew under the feet of the other tests.
 */
export async function packPackage(folder: string): Promise<Pack> {
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder]
  const { stdout } = await promisify(execFile)('npm', args, {
    cwd: root,
    shell: process.platform === 'win32',
  })
  // npm 11 and older answer with a list, npm 12 with an object by name; either holds the one package.
  const answer: Record<string, Omit<Pack, 'tarball'> & { filename: string }> = JSON.parse(stdout)
  const pack = Object.values(answer)[0]
  if (pack === undefined) throw new Error(`npm pack has packed nothing: ${stdout}`)
  return { ...pack, tarball: path.join(folder, pack.filename) }
}
