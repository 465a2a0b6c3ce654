import { existsSync } from 'node:fs'
import { readVersion } from './readVersion.mjs'

/**
 * Finds Chromium or Firefox outside Playwright: what the environment variable names, else the first path that runs. A
 * variable that names something that does not run is a mistake to tell, never a reason to take another browser.
 *
 * @param {'chromium' | 'firefox'} name
 * @param {string} variable
 * @param {string[]} paths
 * @returns {Promise<import('./engine.mjs').Engine>}
 */
export async function findExecutable(name, variable, paths) {
  const named = process.env[variable]
  if (named !== undefined && named !== '') {
    const version = await readVersion(named)
    return version === undefined
      ? { name, missing: `${variable} names ${named}, which does not run`, isNamed: true }
      : { name, how: 'environment', executable: named, version }
  }
  for (const executable of paths.filter((path) => existsSync(path))) {
    const version = await readVersion(executable)
    if (version !== undefined) return { name, how: 'system', executable, version }
  }
  return { name, missing: `not at ${paths.join(' or ')}` }
}
