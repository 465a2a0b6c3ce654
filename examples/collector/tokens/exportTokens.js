import { createQuery } from '../store/createQuery.js'
import { readSql } from '../store/readSql.js'
import { nameTokens } from './nameTokens.js'

const EVENTS = readSql('foundEvents')
const PREVIEWS = readSql('namedPreviews')

/**
 * Gives everything that the store has of these tokens, and the shares that began with them, as JSON lines: first events, the oldest
 * first, under the names of their columns, then previews. Absent values are left out, times are ISO 8601 in UTC.
 *
 * @param {import('@duckdb/node-api').DuckDBConnection} connection which nobody else uses meanwhile
 * @param {readonly string[]} tokens from `parseTokens`
 * @returns {Promise<string>} each line with its end
 */
export async function exportTokens(connection, tokens) {
  const query = createQuery(connection)
  /** @type {import('../store/createQuery.js').Row[]} */
  const rows = []
  await connection.run('begin transaction')
  try {
    await nameTokens(connection, tokens)
    rows.push(...(await query(EVENTS)), ...(await query(PREVIEWS)))
  } finally {
    await connection.run('rollback') // nothing but temporary tables was written
  }
  return rows
    .map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)))
    .map((row) => `${JSON.stringify(row)}\n`)
    .join('')
}
