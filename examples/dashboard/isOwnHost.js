const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/
const ANY = new Set(['0.0.0.0', '::'])

/**
 * Tells whether a request names this dashboard as its host. A foreign site can point its own name here (DNS rebinding) and
 * would then read the figures in the visitor's browser; its name gives it away.
 *
 * @param {string | undefined} header The `Host` of a request, such as `127.0.0.1:4002`.
 * @param {string} host What the dashboard listens on. Listening on every address takes a password.
 */
export function isOwnHost(header, host) {
  if (ANY.has(host)) return true
  const name = (header ?? '').replace(/:\d+$/, '').toLowerCase()
  return LOOPBACK.test(name) || name === host.toLowerCase() || name === `[${host.toLowerCase()}]`
}
