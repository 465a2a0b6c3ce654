import { spawn } from 'node:child_process'
import { root } from '../setup/root.mjs'

/**
 * What `npm audit` said: how many faults of each severity are known, or why nothing is known.
 *
 * @typedef {{ isKnown: true, counts: Record<string, number>, names: string[] } | { isKnown: false, why: string }} Audit
 */

const TIMEOUT_MS = 60_000

/**
 * Asks the registry for known faults of what a lock file holds. Nothing is installed or changed. An answer that is none (no such
 * endpoint, no network, no JSON) is told as such.
 *
 * @param {string[]} args such as `--omit=dev`
 * @param {{ folder?: string, registry?: string, timeoutMs?: number }} [options] `folder` with the lock file, the repository's by default;
 *   the registry that npm is set to by default
 * @returns {Promise<Audit>}
 */
export function runAudit(args, { folder = root, registry, timeoutMs = TIMEOUT_MS } = {}) {
  const script = process.env['npm_execpath']
  const [command, first] = script?.endsWith('.js') ? [process.execPath, [script]] : ['npm', []]
  const fixed = ['audit', '--json', '--package-lock-only', '--fetch-retries=0']
  const more = registry === undefined ? [] : [`--registry=${registry}`]
  return new Promise((resolve) => {
    const child = spawn(command, [...first, ...fixed, ...more, ...args], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    let text = ''
    let late = false
    const timer = setTimeout(() => {
      late = true
      child.kill('SIGKILL')
    }, timeoutMs)
    child.stdout.setEncoding('utf8').on('data', (chunk) => (text += chunk))
    child.once('error', (cause) => {
      clearTimeout(timer)
      resolve({ isKnown: false, why: `npm cannot be started: ${cause.message}` })
    })
    child.once('close', () => {
      clearTimeout(timer)
      resolve(
        late ? { isKnown: false, why: `no answer in ${timeoutMs / 1000} s` } : readAudit(text),
      )
    })
  })
}

/** @param {string} text @returns {Audit} */
const readAudit = (text) => {
  let given
  try {
    given = JSON.parse(text)
  } catch {
    return { isKnown: false, why: 'npm audit printed no JSON' }
  }
  const counts = given?.metadata?.vulnerabilities
  if (typeof counts?.total === 'number')
    return { isKnown: true, counts, names: Object.keys(given.vulnerabilities ?? {}) }
  const why = given?.message ?? given?.error?.summary ?? given?.error?.code
  return { isKnown: false, why: why ? String(why) : 'npm audit said nothing of vulnerabilities' }
}
