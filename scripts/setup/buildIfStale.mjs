import { readdirSync, statSync } from 'node:fs'
import { npm } from './npm.mjs'
import { root } from './root.mjs'

/** What the build writes last: its time is the time of the whole. */
const LAST = 'dist/aparte.min.js'

const SOURCES = ['src', 'package.json', 'tsconfig.json', 'esbuild.config.mjs']

/**
 * @param {string} path
 * @returns {number} milliseconds since 1970 of the newest file below; 0 where there is none
 */
function readNewest(path) {
  const stat = statSync(root + path, { throwIfNoEntry: false })
  if (stat === undefined) return 0
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(
    stat.mtimeMs,
    ...readdirSync(root + path).map((name) => readNewest(`${path}/${name}`)),
  )
}

/**
 * Builds `dist` where it is missing or older than what it is made of.
 *
 * @returns {Promise<boolean>} false where the build failed; its output has been shown
 */
export async function buildIfStale() {
  if (readNewest(LAST) >= Math.max(1, ...SOURCES.map(readNewest))) {
    console.log('Build: up to date.')
    return true
  }
  console.log('Build: compiling …')
  const { code } = await npm(['run', '--silent', 'build'])
  if (code === 0) console.log('Build: done.')
  else console.error('Build: failed, see above.')
  return code === 0
}
