import { createSeen, KEPT_MS } from './createSeen.js'
import { keyOf } from './keyOf.js'
import { readSql } from './readSql.js'
import { timestamp } from './timestamp.js'

/**
 * Reads from the store which events of the last days it has, or has erased: a few seconds of processor time for each million.
 *
 * @param {import('@duckdb/node-api').DuckDBConnection} connection
 * @param {(line: string) => void} log hears where there are too many to remember
 * @returns {Promise<import('./createSeen.js').Seen>}
 */
export async function readSeen(connection, log) {
  const seen = createSeen({
    onFull: (newestMs) =>
      log(
        `More events than can be remembered: a repeat of one from before ${new Date(newestMs).toISOString()} would be stored again.`,
      ),
  })
  const since = timestamp(Date.now() - KEPT_MS)
  const result = await connection.stream(readSql('seen'), { since })
  for (;;) {
    const chunk = await result.fetchChunk()
    if (!chunk?.rowCount) return seen
    const [sites = [], ids = [], receivedMs = []] = chunk.getColumns()
    for (const [row, site] of sites.entries())
      seen.add(keyOf(String(site), String(ids[row])), Number(receivedMs[row]))
  }
}
