import { readdirSync, readFileSync } from 'node:fs'
import { isInstalled } from './isInstalled.mjs'
import { npm } from './npm.mjs'
import { root } from './root.mjs'

/** npm says nothing for as long as it works; a line every few seconds shows that it does. */
const PROGRESS_MS = 3000

function countFolders() {
  try {
    return readdirSync(`${root}node_modules`).filter((name) => !name.startsWith('.')).length
  } catch {
    return 0 // not there yet
  }
}

/**
 * Installs the packages of the lock file with `npm ci` where they are missing or differ.
 *
 * @returns {Promise<boolean>} false where it failed; the reason has been printed
 */
export async function installPackages() {
  if (isInstalled()) {
    console.log('Packages: installed.')
    return true
  }
  const lock = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8'))
  console.log(
    `Packages: installing (${Object.keys(lock.packages).length} in the lock file), about half a minute …`,
  )
  const startedAt = Date.now()
  const progress = setInterval(() => {
    const seconds = Math.round((Date.now() - startedAt) / 1000)
    console.log(`  ${seconds} s, ${countFolders()} folders in node_modules`)
  }, PROGRESS_MS)
  const { code, tail } = await npm(['ci', '--loglevel=error', '--no-progress'], { quiet: true })
  clearInterval(progress)
  if (code === 0) {
    console.log(`Packages: installed in ${Math.round((Date.now() - startedAt) / 1000)} s.`)
    return true
  }
  console.error(tail.trim())
  console.error(
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH/.test(tail)
      ? 'Packages: npm cannot reach its registry. Connect to the internet, or set one you can reach with `npm config set registry URL`.'
      : 'Packages: `npm ci` failed; its last words are above.',
  )
  return false
}
