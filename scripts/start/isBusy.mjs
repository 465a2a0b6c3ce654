import { createServer } from 'node:net'

/**
 * Tells whether somebody else holds a port of 127.0.0.1.
 *
 * @param {number} port
 * @returns {Promise<boolean>}
 */
export function isBusy(port) {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(true))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(false)))
  })
}
