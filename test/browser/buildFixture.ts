/** Heavy fixtures and examples: sites of frameworks, each with a package.json and a lock file of its own. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { root } from '../../scripts/setup/root.mjs'

interface Locked {
  version?: string
  optional?: true
  link?: true
}

/** What its packages and its build see. */
export const FIXTURE_ENV = {
  ...process.env,
  NEXT_TELEMETRY_DISABLED: '1',
  NODE_ENV: 'production' as const,
}

/**
 * Makes `node_modules` of a fixture what its lock says, where it is not, and builds it. Returns the path of its folder, with a
 * slash at the end. Rejects with what npm says where that fails.
 *
 * @param name folder from the root of the repository, such as `examples/next`
 */
export async function buildFixture(name: string): Promise<string> {
  const folder = `${root}${name}/`
  const run = async (...args: string[]): Promise<void> => {
    const options = { cwd: folder, env: FIXTURE_ENV, maxBuffer: 64 * 1024 * 1024 }
    await promisify(execFile)('npm', args, options).catch((cause: { stderr?: string }) => {
      throw new Error(`npm ${args.join(' ')} in ${name}: ${cause.stderr}`, { cause })
    })
  }
  const lock = JSON.parse(await readFile(`${folder}package-lock.json`, 'utf8')) as {
    packages: Record<string, Locked>
  }
  const isThere = async ([path, locked]: [string, Locked]): Promise<boolean> => {
    const { version, optional, link } = locked
    // This library, which examples link to, with what its own lock says.
    if (link === true || !path.startsWith('node_modules/'))
      return link !== true || existsSync(folder + path)
    // What is for another system is not installed.
    if (optional === true && !existsSync(folder + path)) return true
    const text = await readFile(`${folder}${path}/package.json`, 'utf8').catch(() => '{}')
    return (JSON.parse(text) as { version?: string }).version === version
  }
  const found = await Promise.all(Object.entries(lock.packages).map(isThere))
  if (found.includes(false)) await run('ci', '--no-audit', '--no-fund', '--include=dev')
  await run('run', 'build')
  return folder
}
