import { CONSENT_MODES, type ConsentMode } from './gate.js'

/**
 * Checks an option of an adapter that is a consent mode, and returns it.
 *
 * @throws TypeError that names the option, what was given and what is wanted
 */
export function checkMode(option: string, mode: ConsentMode): ConsentMode {
  if (CONSENT_MODES.includes(mode)) return mode
  throw new TypeError(`aparte: ${option}: got ${mode}, wanted ${CONSENT_MODES.join(' or ')}`)
}
