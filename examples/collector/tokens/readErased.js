import { readSql } from '../store/readSql.js'

/**
 * Reads which tokens were erased, and the store still remembers.
 *
 * @param {import('@duckdb/node-api').DuckDBConnection} connection
 * @returns {Promise<string[]>} their hashes
 */
export async function readErased(connection) {
  const reader = await connection.runAndReadAll(readSql('erasedTokens'))
  return reader.getRows().map(([hash]) => String(hash))
}
