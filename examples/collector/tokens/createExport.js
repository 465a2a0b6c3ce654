import { createTurns } from '../store/createTurns.js'
import { exportTokens } from './exportTokens.js'

/**
 * Makes the function that exports tokens, on a connection of its own; calls wait for each other.
 *
 * @param {import('@duckdb/node-api').DuckDBInstance} database from `openDatabase`
 * @returns {Promise<{ run: (tokens: readonly string[]) => Promise<string>, close: () => Promise<void> }>}
 */
export async function createExport(database) {
  const connection = await database.connect()
  const turns = createTurns()
  return {
    run: (tokens) => turns.take(() => exportTokens(connection, tokens)),
    async close() {
      await turns.done()
      connection.closeSync()
    },
  }
}
