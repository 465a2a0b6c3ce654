import { isIPv4 } from 'node:net'

/**
 * Tells whether a host name or address means this machine itself: `localhost`, `127.0.0.1`, `::1`, `[::1]`.
 *
 * @param {string} name
 */
export const isLoopback = (name) =>
  name === 'localhost' ||
  name.endsWith('.localhost') ||
  name === '::1' ||
  name === '[::1]' ||
  (isIPv4(name) && name.startsWith('127.'))
