import { KEPT_MS } from './createSeen.js'
import { readSql } from './readSql.js'
import { timestamp } from './timestamp.js'

const DAY_MS = 86_400_000
const EVENTS = readSql('expireEvents')
const PREVIEWS = readSql('expirePreviews')
const ERASED_EVENTS = readSql('expireErasedEvents')
const ERASED_TOKENS = readSql('expireErasedTokens')

/**
 * Deletes the events that arrived more than so many days ago, with the previews of shares of which nothing is left, in one
 * transaction.
 *
 * @param {import('@duckdb/node-api').DuckDBConnection} connection
 * @param {number} days from `checkDays`
 * @param {number} [now] milliseconds since 1970
 * @returns {Promise<number>} how many events
 */
export async function expireEvents(connection, days, now = Date.now()) {
  const before = timestamp(now - days * DAY_MS)
  await connection.run('begin transaction')
  try {
    const { rowsChanged } = await connection.run(EVENTS, { before })
    if (rowsChanged) await connection.run(PREVIEWS)
    await connection.run(ERASED_EVENTS, { before: timestamp(now - KEPT_MS) })
    await connection.run(ERASED_TOKENS, { before })
    await connection.run('commit')
    return rowsChanged
  } catch (cause) {
    await connection.run('rollback').catch(() => undefined) // a failed commit has ended it already
    throw cause
  }
}
