/** Ingest: the body of a request in, the reply out, with the good events safe in the sink. */
import { readBatch } from 'aparte/server'
import { withClock } from './withClock.js'
import { withSource } from './withSource.js'

/**
 * What to answer.
 *
 * @typedef {object} Reply
 * @property {number} status
 * @property {Record<string, unknown>} body
 * @property {string} [note] what the log says of it; nothing where nothing is wrong
 */

/**
 * Makes the function that takes in the bytes of a request. It stores the good events of a batch and names the bad ones;
 * its reply comes after the commit: `{ stored, repeated, refused: [{ id, why }] }`, or `{ error }` for a batch that cannot
 * be read (400) or a store that fails (503).
 *
 * @param {Pick<import('../store/createSink.js').Sink, 'write'>} sink
 * @param {() => number} [now] the clock, milliseconds since 1970
 * @returns {(bytes: Uint8Array, userAgent?: string) => Promise<Reply>}
 */
export const createIngest =
  (sink, now = Date.now) =>
  async (bytes, userAgent = '') => {
    const received = now()
    const body = textOf(bytes)
    if (body === undefined) return bad('The body is not UTF-8.')
    const read = readBatch(body)
    if (!read.ok) return bad(read.why)
    const { arrivals: timed, refused: late } = withClock(read.batch, received)
    const arrivals = withSource(timed, userAgent)
    const refused = [...read.refused, ...late]
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
 * @param {string} error
 * @returns {Reply}
 */
const bad = (error) => ({ status: 400, body: { error }, note: error })

/** @param {Uint8Array} bytes */
const textOf = (bytes) => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined // the decoder throws on any byte sequence that is not UTF-8
  }
}
