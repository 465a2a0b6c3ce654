/** Ingest: the body of a request in, the reply out, with the good events safe in the sink. */
import { readBatch } from 'aparte/server'
import { allowsOrigin } from '../sites/allowsOrigin.js'
import { withClock } from './withClock.js'
import { withSource } from './withSource.js'
import { withTokens } from './withTokens.js'

/**
 * What to answer.
 *
 * @typedef {object} Reply
 * @property {number} status
 * @property {Record<string, unknown>} body
 * @property {string} [note] what the log says of it; nothing where nothing is wrong
 */

/** @typedef {ReadonlyMap<string, import('../sites/parseSites.js').Site> | undefined} Sites */

/**
 * What a request says beside its body.
 *
 * @typedef {object} Sender
 * @property {string | undefined} [userAgent]
 * @property {string | undefined} [origin]
 */

/**
 * Makes the function that takes in the bytes of a request. It stores the good events of a batch and names the bad ones;
 * its reply comes after the commit: `{ stored, repeated, refused: [{ id, why }] }`, or `{ error }` for a batch that cannot
 * be read (400), a site that the sender must not speak for (403) or a store that fails (503).
 *
 * @param {Pick<import('../store/createSink.js').Sink, 'write'>} sink
 * @param {{ sites?: Sites, now?: () => number }} [options] `sites` from `parseSites`; the clock in milliseconds since 1970
 * @returns {(bytes: Uint8Array, sender?: Sender) => Promise<Reply>}
 */
export const createIngest =
  (sink, { sites, now = Date.now } = {}) =>
  async (bytes, { userAgent = '', origin } = {}) => {
    const received = now()
    const body = textOf(bytes)
    if (body === undefined) return bad(400, 'The body is not UTF-8.')
    const read = readBatch(body)
    if (!read.ok) return bad(400, read.why)
    // Not 400: the owner may have forgotten an origin, and the events wait in the browsers until it is added.
    if (!allowsOrigin(sites, read.batch.site, origin))
      return {
        ...bad(403, 'This site takes no events from this origin.'),
        note: `${shown(read.batch.site)} takes no events from ${shown(origin ?? 'no origin')}`,
      }
    const { arrivals: timed, refused: late } = withClock(read.batch, received)
    const { arrivals: genuine, refused: forged } = withTokens(timed)
    const arrivals = withSource(genuine, userAgent)
    const refused = [...read.refused, ...late, ...forged]
    try {
      const written = arrivals.length ? await sink.write(arrivals) : { stored: 0, repeated: 0 }
      return {
        status: 200,
        body: { stored: written.stored, repeated: written.repeated + read.repeated, refused },
        ...(refused[0] && {
          note: `refused ${refused.length} of the events, first ${refused[0].id}: ${refused[0].why}`,
        }),
      }
    } catch (cause) {
      return {
        status: 503,
        body: { error: 'The store failed: send this batch again.' },
        note: String(cause),
      }
    }
  }

/**
 * @param {number} status
 * @param {string} error
 * @returns {Reply}
 */
const bad = (status, error) => ({ status, body: { error }, note: error })

/** For the log: bounded, and nothing that a terminal could take for an order. @param {string} text */
const shown = (text) => text.slice(0, 80).replace(/[^ -~]/g, '?')

/** @param {Uint8Array} bytes */
const textOf = (bytes) => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined // the decoder throws on any byte sequence that is not UTF-8
  }
}
