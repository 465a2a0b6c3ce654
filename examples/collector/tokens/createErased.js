/** Which tokens were erased: what arrives with one of them later is not stored. */
import { createHash } from 'node:crypto'

/** @typedef {import('../store/columns.js').Arrival} Arrival */

/**
 * @typedef {object} Erased
 * @property {(hashes: Iterable<string>) => void} reset takes the hashes of all of them
 * @property {(arrival: Arrival) => Arrival | undefined} without gives what may be stored of an arrival: all of it, or a share
 *   without its erased parent, or nothing
 */

/**
 * Forty bits of a hash. There are about 2^54 tokens, so each value stands for some ten thousand: it cannot be turned back. With a
 * thousand erasures the chance that one of ten million later tokens is taken for an erased one is 1 in 100.
 *
 * @param {string} token
 */
export const hashOf = (token) => createHash('sha256').update(token).digest('hex').slice(0, 10)

/** Makes the memory of erased tokens, empty. @returns {Erased} */
export function createErased() {
  /** @type {Set<string>} */
  let hashes = new Set()
  const has = (/** @type {unknown} */ token) =>
    typeof token === 'string' && hashes.has(hashOf(token))
  return {
    reset: (given) => {
      hashes = new Set(given)
    },
    without(arrival) {
      if (!hashes.size) return arrival // nearly always
      const { event } = arrival
      if ('token' in event && has(event.token)) return undefined
      if (!('parent' in event) || !has(event.parent)) return arrival
      const { parent: _, ...orphan } = event
      return { ...arrival, event: orphan }
    },
  }
}
