import { isLoopback } from '../collector/isLoopback.js'

const MIN_PASSWORD = 12

/**
 * Tells what is wrong with where a dashboard listens and its password; undefined where nothing is.
 *
 * @param {string} host
 * @param {string | undefined} password
 * @returns {string | undefined}
 */
export function checkSecrets(host, password) {
  if (password !== undefined && password.length < MIN_PASSWORD)
    return `DASHBOARD_PASSWORD must have at least ${MIN_PASSWORD} characters.`
  if (password === undefined && !isLoopback(host))
    return `--host ${host} would show the figures to others: set DASHBOARD_PASSWORD, or keep 127.0.0.1.`
  return undefined
}
