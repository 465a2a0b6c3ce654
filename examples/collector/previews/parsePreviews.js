import { channels, kindOf, readToken } from 'aparte/token'

/**
 * @typedef {object} Offer
 * @property {string} token
 * @property {string} bot
 * @property {string} network whose the bot is, for people
 * @property {string | undefined} channel
 * @property {'server' | 'device'} fetchedBy
 * @property {number | undefined} at milliseconds since 1970
 */

const MAX_TEXT = 100

/**
 * Reads what `npx aparte previews --json` wrote. Previews that are none are counted, and left out.
 *
 * @param {string} text
 * @returns {{ ok: true, offers: Offer[], refused: number } | { ok: false, why: string }}
 */
export function parsePreviews(text) {
  let given
  try {
    given = /** @type {unknown} */ (JSON.parse(text))
  } catch {
    return { ok: false, why: 'This is no JSON: send what "npx aparte previews --json" writes.' }
  }
  const { previews } = /** @type {Record<string, unknown>} */ (Object(given))
  if (!Array.isArray(previews))
    return { ok: false, why: 'There is no list "previews" in this JSON.' }
  const offers = previews.map(offerOf).filter((offer) => offer !== undefined)
  return { ok: true, offers, refused: previews.length - offers.length }
}

/** @param {unknown} given @returns {Offer | undefined} */
const offerOf = (given) => {
  const { token, bot, network, channel, fetchedBy, at } = /** @type {Record<string, unknown>} */ (
    Object(given)
  )
  const read = typeof token === 'string' ? readToken(token) : undefined
  const isGood =
    isText(bot) &&
    isText(network) &&
    (channel === undefined || isText(channel)) &&
    (fetchedBy === 'server' || fetchedBy === 'device') &&
    (at === undefined || (Number.isSafeInteger(at) && Number(at) > 0 && Number(at) < 8.64e15))
  if (!read || !isGood) return undefined
  return {
    token: read.token,
    bot,
    network,
    channel,
    fetchedBy,
    at: at === undefined ? undefined : Number(at),
  }
}

/** @param {unknown} value @returns {value is string} */
const isText = (value) => typeof value === 'string' && value.length > 0 && value.length <= MAX_TEXT

/** The kind of a channel that may be younger than this collector. @param {string | undefined} channel */
export const kindOfName = (channel) => {
  const known = channels.find((name) => name === channel)
  return known && kindOf(known)
}
