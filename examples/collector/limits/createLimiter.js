/** Rate limits that keep no address: counters that a keyed hash picks, with a key that never leaves memory and is soon replaced. */
import { createHash, randomBytes } from 'node:crypto'
import { prefixOf } from './prefixOf.js'

/**
 * @typedef {object} Limiter
 * @property {(address: string) => number} bucketOf the counter of an address; several addresses share one by chance
 * @property {(bucket: number) => number} waitOf seconds until the counter lets one more in, 0 where it does now
 * @property {(bucket: number, cost: number) => void} charge counts what was let in, also beyond what is left
 * @property {(bucket: number) => (() => void) | undefined} hold counts something that lasts, such as a connection, until the
 *   function it gives is called; undefined where the counter holds enough already
 */

// 2 ** 16: each counter stands for 65,536 IPv4 addresses, so that even its key and its number together name nobody.
const BUCKETS = 65_536
const TURN_MS = 3_600_000

const newKey = () => new Uint8Array(randomBytes(32))

/**
 * Makes a limiter of fixed size, 640 kB. Each counter fills by `perSecond` up to `burst`. Every hour the key is replaced and all
 * counters begin anew.
 *
 * @param {{ perSecond: number, burst: number, maxHeld?: number, now?: () => number }} limits `now` in milliseconds, of a clock
 *   that nobody sets
 * @returns {Limiter}
 */
export function createLimiter({
  perSecond,
  burst,
  maxHeld = Infinity,
  now = () => performance.now(),
}) {
  const unitMs = 1000 / perSecond
  const burstMs = burst * unitMs
  let key = newKey()
  let turnedAt = now()
  // When a counter will be full again: one number a counter is all that a leaky bucket needs (GCRA, as in ATM networks).
  let fullAt = new Float64Array(BUCKETS)
  let held = new Uint16Array(BUCKETS)

  const turn = () => {
    key = newKey()
    turnedAt = now()
    fullAt = new Float64Array(BUCKETS)
    held = new Uint16Array(BUCKETS)
  }

  return {
    bucketOf(address) {
      if (now() - turnedAt > TURN_MS) turn()
      return createHash('sha256').update(key).update(prefixOf(address)).digest().readUInt16BE(0)
    },
    waitOf(bucket) {
      const debtMs = (fullAt[bucket] ?? 0) - now() + unitMs - burstMs
      return debtMs > 0 ? Math.ceil(debtMs / 1000) : 0
    },
    charge(bucket, cost) {
      fullAt[bucket] = Math.max(fullAt[bucket] ?? 0, now()) + cost * unitMs
    },
    hold(bucket) {
      const counts = held // of this key: what is let go after the next turn must not count there
      if ((counts[bucket] ?? 0) >= maxHeld) return undefined
      counts[bucket] = (counts[bucket] ?? 0) + 1
      return () => {
        counts[bucket] = Math.max(0, (counts[bucket] ?? 0) - 1)
      }
    },
  }
}
