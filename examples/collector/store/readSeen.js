import { createSeen } from './createSeen.js'
import { keyOf } from './keyOf.js'
import { readSql } from './readSql.js'

/**
 * Reads from the store which events of the last days it has: a few seconds of processor time for each million.
 *
 * @param {import('@duckdb/node-api').DuckDBConnection} connection
 * @returns {Promise<import('./createSeen.js').Seen>}
 */
export async function readSeen(connection) {
  const seen = createSeen()
  const result = await connection.stream(readSql('seen'))
  for (;;) {
    const chunk = await result.fetchChunk()
    if (!chunk?.rowCount) return seen
    const [sites = [], ids = [], receivedMs = []] = chunk.getColumns()
    for (const [row, site] of sites.entries())
      seen.add(keyOf(String(site), String(ids[row])), Number(receivedMs[row]))
  }
}
