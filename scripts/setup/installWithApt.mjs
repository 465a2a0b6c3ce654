import { existsSync } from 'node:fs'
import { run } from './run.mjs'

const PACKAGES = [
  'chromium',
  'chromium-driver',
  'firefox-esr',
  'webkit2gtk-driver',
  'xvfb',
  'xauth',
  'xdotool',
]
/** PHP reads the WordPress plugin; what needs it is skipped elsewhere. */
const OPTIONAL_PACKAGES = ['php-cli']

/** Two hundred megabytes over a slow line take a while; a mirror that does not answer should not take longer. */
const LIMIT_MS = 10 * 60_000

/**
 * Installs the browsers, the display and PHP with apt where this user may: root on Debian and its kin.
 *
 * @returns {Promise<boolean>} false where apt cannot be used or failed; what it said has been shown
 */
export async function installWithApt() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  console.log(`Browsers: apt-get install ${PACKAGES.join(' ')}`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const options = { timeoutMs: LIMIT_MS, env }
  // An update that fails in part (one dead mirror) may still be enough: the install says whether it was.
  await run('apt-get', ['-qq', 'update'], options)
  const install = ['install', '-qq', '-y', '--no-install-recommends']
  const { code } = await run('apt-get', [...install, ...PACKAGES], options)
  // By itself: where a mirror lacks it, the browsers are installed all the same.
  if (code === 0) await run('apt-get', [...install, ...OPTIONAL_PACKAGES], options)
  if (code !== 0) console.error('Browsers: apt-get could not install them.')
  return code === 0
}
