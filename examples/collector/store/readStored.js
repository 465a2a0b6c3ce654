import { VARCHAR } from '@duckdb/node-api'
import { keyOf } from './keyOf.js'
import { readSql } from './readSql.js'

/**
 * Looks up in the store, without any memory of it, which of these events it has.
 *
 * @param {import('@duckdb/node-api').DuckDBConnection} connection
 * @param {readonly import('./columns.js').Arrival[]} arrivals
 * @returns {Promise<string[]>} their keys
 */
export async function readStored(connection, arrivals) {
  await connection.run(readSql('createAsked'))
  const appender = await connection.createAppender('asked')
  for (const { site, event } of arrivals) {
    appender.appendValue(site, VARCHAR)
    appender.appendValue(event.id, VARCHAR)
    appender.endRow()
  }
  appender.closeSync()
  const reader = await connection.runAndReadAll(readSql('storedIds'))
  await connection.run('delete from asked')
  return reader.getRows().map(([site, id]) => keyOf(String(site), String(id)))
}
