import { startServer } from './startServer.mjs'

/** So many busy ports in a row are no accident. */
const MAX_ATTEMPTS = 20

/** What the collector says of a busy port, and what Node does. */
const IS_BUSY = /Port \d+ is taken|EADDRINUSE/

/**
 * Starts a server on the first free port from the given one on. Nothing is probed, because a port can be taken or let
 * go between the probe and the start: the server itself tries and says what was wrong.
 *
 * @param {string} name
 * @param {number} first
 * @param {string[]} args
 * @returns {Promise<import('./startServer.mjs').Server>} rejects where it fails for another reason than a busy port
 */
export async function startOnFreePort(name, first, args) {
  for (let port = first; ; port++) {
    try {
      return await startServer(name, ['--port', String(port), ...args])
    } catch (cause) {
      const isLast = port - first + 1 >= MAX_ATTEMPTS
      if (isLast || !IS_BUSY.test(String(cause))) throw cause
      console.log(`Port ${port} is busy, ${name} moves to ${port + 1}.`)
    }
  }
}
