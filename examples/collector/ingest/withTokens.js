import { readToken } from 'aparte/token'

/** Fields that hold a token. */
const FIELDS = /** @type {const} */ (['token', 'parent'])

/**
 * Refuses the events that name a token which no tracker can have made: its last two characters do not fit the others. A token
 * that fits, and that nobody handed out, is only known by the share that never comes: the snapshot counts it as `unmatched`.
 *
 * @param {readonly import('../store/columns.js').Arrival[]} given
 * @returns {{ arrivals: import('../store/columns.js').Arrival[], refused: import('aparte/server').Refusal[] }}
 */
export function withTokens(given) {
  /** @type {import('../store/columns.js').Arrival[]} */
  const arrivals = []
  /** @type {import('aparte/server').Refusal[]} */
  const refused = []
  for (const arrival of given) {
    const { event } = arrival
    const forged = FIELDS.find((field) => {
      const token = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (event))[field]
      return typeof token === 'string' && !readToken(token)
    })
    if (forged)
      refused.push({ id: event.id, why: `${forged} must be a token that was made by a tracker` })
    else arrivals.push(arrival)
  }
  return { arrivals, refused }
}
