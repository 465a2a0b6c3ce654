import { isLoopback } from '../isLoopback.js'

/**
 * Tells whether a request comes from this machine, for this machine: a loopback address, no proxy in between, a `Host` that
 * is loopback (else a foreign site whose name points here could read along), and no page of a foreign origin behind it.
 *
 * @param {import('node:http').IncomingMessage} request
 * @returns {boolean}
 */
export function isLocalReader({ socket, headers }) {
  const address = (socket.remoteAddress ?? '').replace(/^::ffff:/, '')
  return (
    isLoopback(address) &&
    !headers.forwarded &&
    !headers['x-forwarded-for'] &&
    isLoopback(hostOf(`http://${headers.host ?? ''}`)) &&
    (headers.origin === undefined || isLoopback(hostOf(headers.origin)))
  )
}

/** @param {string} url */
const hostOf = (url) => {
  try {
    return new URL(url).hostname
  } catch {
    return '' // `null`, as a sandboxed page sends it, and other things that are no URL
  }
}
