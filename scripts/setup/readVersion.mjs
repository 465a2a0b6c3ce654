import { execFile } from 'node:child_process'

/**
 * Asks a program for its version, such as `156.0.8078.79` out of `Chromium 156.0.8078.79 built on Debian`.
 *
 * @param {string} command
 * @param {string[]} [args]
 * @returns {Promise<string | undefined>} undefined where it does not run or names no version
 */
export function readVersion(command, args = ['--version']) {
  return new Promise((resolve) => {
    execFile(command, args, { timeout: 15_000 }, (error, stdout) => {
      resolve(error === null ? /\d+(?:\.\d+)+\w*/.exec(stdout)?.[0] : undefined)
    })
  })
}
