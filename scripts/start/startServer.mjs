import { spawn } from 'node:child_process'
import { root } from '../setup/root.mjs'

/** How much of a server's output is kept for a message about its end. */
const MAX_TAIL = 4000

const END_WITH_PARENT = new URL('./endWithParent.mjs', import.meta.url).href

/** How long a server may take to end after SIGTERM. */
const STOP_MS = 5000

/**
 * A running server. `exited` settles when it has ended, however it ended.
 *
 * @typedef {{ name: string, url: string, exited: Promise<void>, readTail: () => string, stop: () => Promise<void> }} Server
 */

/**
 * Starts one of the examples as a child process and waits for its line `NAME listening on URL`.
 *
 * @param {string} name folder below `examples`
 * @param {string[]} args
 * @returns {Promise<Server>} rejects with its last lines where it ends before it listens
 */
export function startServer(name, args) {
  const command = ['--import', END_WITH_PARENT, `examples/${name}/server.js`, ...args]
  // Nothing is written to its stdin: it closes when this process ends.
  const child = spawn(process.execPath, command, { cwd: root, stdio: 'pipe' })
  let tail = ''
  // Whatever ends this process, no server outlives it.
  const onExit = () => void child.kill('SIGTERM')
  process.once('exit', onExit)
  /** @type {Promise<void>} */
  const exited = new Promise((resolve) => {
    child.once('close', () => {
      process.off('exit', onExit)
      resolve()
    })
    child.once('error', (cause) => {
      tail += cause.message
      resolve()
    })
  })

  const stop = async () => {
    child.kill('SIGTERM')
    const limit = setTimeout(() => child.kill('SIGKILL'), STOP_MS)
    await exited
    clearTimeout(limit)
  }

  return new Promise((resolve, reject) => {
    let isReady = false
    /** @param {string} text */
    const onText = (text) => {
      tail = (tail + text).slice(-MAX_TAIL)
      // What a server says once it runs (a refused batch, say) is worth seeing at once.
      if (isReady) process.stdout.write(text.replace(/^(?=.)/gm, `[${name}] `))
      const url = /listening on (http:\/\/[\w.:[\]]+)\s/.exec(tail)?.[1]
      if (isReady || url === undefined) return
      isReady = true
      resolve({ name, url, exited, readTail: () => tail.trim(), stop })
    }
    child.stdout.setEncoding('utf8').on('data', onText)
    child.stderr.setEncoding('utf8').on('data', onText)
    void exited.then(() => reject(new Error(tail.trim() || `${name} ended without a word`)))
  })
}
