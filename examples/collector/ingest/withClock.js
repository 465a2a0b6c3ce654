const DAY_MS = 86_400_000
const MAX_PAST_DAYS = 8
const MAX_FUTURE_DAYS = 1

/**
 * Puts the events of a batch on the collector's clock: a device that is wrong by an hour is wrong by it in `at` and in
 * `sentAt` alike, so `ts = at + received − sentAt`. Events whose corrected time lies more than 8 days before or 1 day after
 * their arrival are refused.
 *
 * @param {import('aparte/server').Batch} batch
 * @param {number} received time of arrival, milliseconds since 1970
 * @returns {{ arrivals: import('../store/columns.js').Arrival[], refused: import('aparte/server').Refusal[] }}
 */
export function withClock({ site, sentAt, events }, received) {
  /** @type {import('../store/columns.js').Arrival[]} */
  const arrivals = []
  /** @type {import('aparte/server').Refusal[]} */
  const refused = []
  for (const event of events) {
    const ts = event.at + received - sentAt
    if (ts < received - MAX_PAST_DAYS * DAY_MS || ts > received + MAX_FUTURE_DAYS * DAY_MS)
      refused.push({
        id: event.id,
        why: `at must lie at most ${MAX_PAST_DAYS} days before and ${MAX_FUTURE_DAYS} day after sentAt`,
      })
    else arrivals.push({ site, event, ts, received })
  }
  return { arrivals, refused }
}
