import { columns } from './columns.js'
import { readSql } from './readSql.js'

/** @typedef {import('./columns.js').Arrival} Arrival */

/**
 * What became of the events of one request.
 *
 * @typedef {object} Written
 * @property {number} stored how many are new and safe
 * @property {number} repeated how many the store had already
 */

const STORE = readSql('storeIncoming')

/**
 * Stores the events of several requests in one transaction and tells each request what became of its own. An event whose
 * (site, id) is in the store, or stands earlier in the group, is a repeat. Rejects, with nothing stored, on any failure.
 *
 * @param {import('@duckdb/node-api').DuckDBConnection} connection with the table `incoming`
 * @param {readonly (readonly Arrival[])[]} group the events of each request
 * @returns {Promise<Written[]>}
 */
export async function commitGroup(connection, group) {
  /** @type {Map<string, { arrival: Arrival, request: number }>} */
  const firsts = new Map()
  for (const [request, arrivals] of group.entries())
    for (const arrival of arrivals) {
      const key = keyOf(arrival.site, arrival.event.id)
      if (!firsts.has(key)) firsts.set(key, { arrival, request })
    }
  const written = group.map(({ length }) => ({ stored: 0, repeated: length }))
  await connection.run('begin transaction')
  try {
    await append(
      connection,
      [...firsts.values()].map(({ arrival }) => arrival),
    )
    const fresh = await connection.runAndReadAll(STORE)
    await connection.run('delete from incoming')
    for (const [site, id] of fresh.getRows()) {
      const request = firsts.get(keyOf(String(site), String(id)))?.request
      const entry = request === undefined ? undefined : written[request]
      if (!entry) throw new Error('The store returned an event that nobody sent.')
      entry.stored++
      entry.repeated--
    }
    await connection.run('commit')
  } catch (cause) {
    // A failed commit has ended the transaction already; then there is nothing left to roll back.
    await connection.run('rollback').catch(() => undefined)
    throw cause
  }
  return written
}

// Neither a site nor an id holds a blank.
const keyOf = (/** @type {string} */ site, /** @type {string} */ id) => `${site} ${id}`

/**
 * @param {import('@duckdb/node-api').DuckDBConnection} connection
 * @param {readonly Arrival[]} arrivals
 */
async function append(connection, arrivals) {
  const appender = await connection.createAppender('incoming')
  try {
    for (const arrival of arrivals) {
      for (const { type, valueOf } of columns) {
        const value = valueOf(arrival)
        if (value === undefined) appender.appendNull()
        else appender.appendValue(value, type)
      }
      appender.endRow()
    }
    appender.flushSync()
  } finally {
    appender.closeSync()
  }
}
