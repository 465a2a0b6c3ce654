import { DuckDBDataChunk } from '@duckdb/node-api'
import { columns } from './columns.js'
import { keyOf } from './keyOf.js'
import { readStored } from './readStored.js'

/** @typedef {import('./columns.js').Arrival} Arrival */

/**
 * What became of the events of one request.
 *
 * @typedef {object} Written
 * @property {number} stored how many are new and safe
 * @property {number} repeated how many the store had already
 */

/**
 * What is known of earlier events.
 *
 * @typedef {object} Memory
 * @property {import('./createSeen.js').Seen} seen what the store has
 * @property {import('../tokens/createErased.js').Erased} erased what it must not have again
 */

const isDuplicate = (/** @type {unknown} */ cause) => /duplicate key/i.test(String(cause))

// What DuckDB takes at once.
const MAX_ROWS = 2_048

/**
 * Stores the events of several requests in one transaction and tells each request what became of its own. An event whose
 * (site, id) was seen, or stands earlier in the group, is a repeat, and so is one with an erased token. Rejects, with nothing stored
 * or seen, on any failure.
 *
 * @param {import('@duckdb/node-api').DuckDBConnection} connection
 * @param {Memory} memory it learns of the group once that is safe
 * @param {readonly (readonly Arrival[])[]} group the events of each request
 * @returns {Promise<Written[]>}
 */
export async function commitGroup(connection, { seen, erased }, group) {
  /** @type {Map<string, Arrival>} */
  const fresh = new Map()
  const written = group.map((arrivals) => {
    const before = fresh.size
    for (const arrival of arrivals) {
      const key = keyOf(arrival.site, arrival.event.id)
      if (fresh.has(key) || seen.has(key)) continue
      const kept = erased.without(arrival)
      if (kept) fresh.set(key, kept)
    }
    const stored = fresh.size - before
    return { stored, repeated: arrivals.length - stored }
  })
  if (!fresh.size) return written
  await connection.run('begin transaction')
  try {
    await append(connection, [...fresh.values()])
    await connection.run('commit')
  } catch (cause) {
    // A failed commit has ended the transaction already; then there is nothing left to roll back.
    await connection.run('rollback').catch(() => undefined)
    if (!isDuplicate(cause)) throw cause
    // A store of the first version still has a primary key, for all time: what it refuses is a repeat.
    const known = await readStored(connection, [...fresh.values()])
    if (!known.length) throw cause
    for (const key of known) seen.add(key, Date.now())
    return commitGroup(connection, { seen, erased }, group)
  }
  for (const [key, { received }] of fresh) seen.add(key, received)
  return written
}

const types = columns.map(({ type }) => type)

/**
 * @param {import('@duckdb/node-api').DuckDBConnection} connection
 * @param {readonly Arrival[]} arrivals
 */
async function append(connection, arrivals) {
  const appender = await connection.createAppender('events')
  try {
    for (let start = 0; start < arrivals.length; start += MAX_ROWS) {
      const rows = arrivals.slice(start, start + MAX_ROWS)
      const chunk = DuckDBDataChunk.create(types, rows.length)
      // By columns: a call for each value would cost twice as much.
      chunk.setColumns(columns.map(({ valueOf }) => rows.map((row) => valueOf(row) ?? null)))
      appender.appendDataChunk(chunk)
    }
    appender.flushSync()
  } catch (cause) {
    try {
      appender.closeSync()
    } catch {
      // It tries once more to write what was refused, and fails in the transaction that this has ended.
    }
    throw cause
  }
  appender.closeSync()
}
