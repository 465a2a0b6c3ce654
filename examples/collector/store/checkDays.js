/** How many days raw events are kept where nothing else is said. */
export const DEFAULT_DAYS = 90

// Repeats are known by what is stored, and come up to nine days late: see createSeen.js.
const MIN_DAYS = 10
// 25 months, the longest that the CNIL lets audience measurement keep its data: the shortest 25 months have 758 days.
const MAX_DAYS = 758

/**
 * Tells what is wrong with a time for which events shall be kept; undefined where nothing is.
 *
 * @param {number} days
 * @returns {string | undefined}
 */
export const checkDays = (days) =>
  Number.isInteger(days) && days >= MIN_DAYS && days <= MAX_DAYS
    ? undefined
    : `Events can be kept for ${MIN_DAYS} to ${MAX_DAYS} days (25 months), not for ${days}.`
