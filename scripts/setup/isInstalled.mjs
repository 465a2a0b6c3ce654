import { existsSync, readFileSync } from 'node:fs'
import { root } from './root.mjs'

/**
 * @param {string} path
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean }>}
 */
function readLock(path) {
  return JSON.parse(readFileSync(root + path, 'utf8')).packages
}

/**
 * Tells whether `node_modules` holds what `package-lock.json` asks for. The mark that it is compared with is npm's own: the
 * record that npm leaves in `node_modules` when it has finished. So an `npm ci` done by hand counts as well.
 *
 * @returns {boolean}
 */
export function isInstalled() {
  if (!existsSync(`${root}node_modules/.package-lock.json`)) return false
  const installed = readLock('node_modules/.package-lock.json')
  return Object.entries(readLock('package-lock.json')).every(([path, wanted]) => {
    const found = installed[path]
    // Bindings for other platforms are in the lock and never installed; '' is this package.
    if (path === '' || (wanted.optional === true && found === undefined)) return true
    return (
      found?.version === wanted.version &&
      found?.integrity === wanted.integrity &&
      existsSync(root + path)
    )
  })
}
