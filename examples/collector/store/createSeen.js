/** Which events the store has: what makes a repeat known without an index in the store, whose upkeep grows with its size. */

/**
 * @typedef {object} Seen
 * @property {(key: string) => boolean} has tells whether the key was added
 * @property {(key: string, receivedMs: number) => void} add takes a key that is safe, and when it arrived
 * @property {(nowMs: number) => void} forget lets go of what can no longer be repeated
 */

// A repeat is refused by its clock when more than 8 days late, and its first may have been a day early: after 9 days there is
// none. One more for clocks that were put right in between.
export const KEPT_MS = 10 * 86_400_000
// 8 MB each, so a small site needs no more.
const SLOTS = 2 ** 20
const MAX_KEYS = SLOTS * 0.75
// 512 MB: fifty million events in ten days.
const MAX_TABLES = 64

/**
 * Remembers the events of the last ten days as 64 bits each, 11 bytes with the room that a hash table needs. With ten million
 * of them, one new event in 10^12 would be taken for a repeat. At most fifty million are remembered, in 512 MB: beyond them the
 * earliest are let go first, three quarters of a million at a time.
 *
 * @param {{ maxTables?: number, onFull?: (newestMs: number) => void }} [options] `maxTables` of 8 MB and 786,432 events each;
 *   `onFull` hears that events up to that time of arrival are let go before their ten days are over
 * @returns {Seen}
 */
export function createSeen({ maxTables = MAX_TABLES, onFull } = {}) {
  // Others on every start: nobody can look for two keys that look alike.
  const [seed = 0, otherSeed = 0] = crypto.getRandomValues(new Uint32Array(2))
  /** @type {{ slots: Uint32Array, keys: number, newestMs: number }[]} the newest first */
  let tables = []

  // The hash of the last key, in two variables because an object for each key would be most of the work.
  let high = 0
  let low = 0
  const hash = (/** @type {string} */ key) => {
    let one = seed
    let other = otherSeed
    for (let at = 0; at < key.length; at++) {
      const code = key.charCodeAt(at)
      one = Math.imul(one ^ code, 0x85eb_ca6b)
      one ^= one >>> 15
      other = Math.imul(other ^ code, 0xc2b2_ae35)
      other ^= other >>> 13
    }
    high = Math.imul(one ^ (other >>> 16), 0x27d4_eb2f) >>> 0 || 1 // 0 marks a free slot
    low = Math.imul(other ^ (one >>> 16), 0x1656_67b1) >>> 0
  }

  /** The place of the hash in a table, or of the free slot where it belongs. @param {Uint32Array} slots */
  const placeIn = (slots) => {
    let slot = (high ^ low) & (SLOTS - 1)
    while (slots[2 * slot] && (slots[2 * slot] !== high || slots[2 * slot + 1] !== low))
      slot = (slot + 1) & (SLOTS - 1)
    return 2 * slot
  }

  return {
    has(key) {
      hash(key)
      return tables.some(({ slots }) => slots[placeIn(slots)])
    },
    add(key, receivedMs) {
      let [table] = tables
      if (!table || table.keys >= MAX_KEYS) {
        table = { slots: new Uint32Array(2 * SLOTS), keys: 0, newestMs: receivedMs }
        tables.unshift(table)
        const last = tables.length > maxTables ? tables.pop() : undefined
        if (last) onFull?.(last.newestMs)
      }
      hash(key)
      const place = placeIn(table.slots)
      table.keys += table.slots[place] ? 0 : 1
      table.slots[place] = high
      table.slots[place + 1] = low
      table.newestMs = Math.max(table.newestMs, receivedMs)
    },
    forget(nowMs) {
      tables = tables.filter(({ newestMs }) => newestMs > nowMs - KEPT_MS)
    },
  }
}
