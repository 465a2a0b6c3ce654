import { spawn } from 'node:child_process'
import { root } from './root.mjs'

/** How much of a command's output is kept for a message about its failure. */
const MAX_TAIL = 4000

/**
 * Runs a command in the folder of the repository, its output visible, and waits for its end. It never rejects: a command
 * that cannot be started has the code 127.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {object} [options]
 * @param {boolean} [options.quiet] keep the output instead of showing it; `tail` holds its last 4,000 characters
 * @param {number} [options.timeoutMs] end the command and whatever it started after this time
 * @param {Record<string, string>} [options.env] added to the environment
 * @returns {Promise<{ code: number, tail: string, timedOut: boolean }>}
 */
export function run(command, args, { quiet = false, timeoutMs, env = {} } = {}) {
  return new Promise((resolve) => {
    // A group of its own lets a limit end the grandchildren too; without a limit Ctrl+C has to reach the child.
    const isGroup = timeoutMs !== undefined && process.platform !== 'win32'
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      detached: isGroup,
    })
    let tail = ''
    let timedOut = false

    /** @param {NodeJS.Signals} signal */
    const end = (signal) => {
      try {
        if (isGroup && child.pid !== undefined) process.kill(-child.pid, signal)
        else child.kill(signal)
      } catch {
        // ESRCH: it has ended meanwhile.
      }
    }
    const onSignal = () => {
      end('SIGTERM')
      process.exit(130)
    }
    process.once('SIGINT', onSignal)
    process.once('SIGTERM', onSignal)
    const limit =
      timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true
            end('SIGKILL')
          }, timeoutMs)

    /** @param {number} code */
    const settle = (code) => {
      clearTimeout(limit)
      process.off('SIGINT', onSignal)
      process.off('SIGTERM', onSignal)
      resolve({ code, tail, timedOut })
    }
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        tail = (tail + text).slice(-MAX_TAIL)
      })
    }
    child.once('error', (cause) => {
      tail += cause.message
      settle(127)
    })
    child.once('close', (code) => settle(code ?? 1))
  })
}
