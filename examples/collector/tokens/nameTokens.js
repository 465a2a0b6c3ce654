import { VARCHAR } from '@duckdb/node-api'
import { readSql } from '../store/readSql.js'

const FIND = readSql('findNamed')

/**
 * Fills the tables `named` and `found` of a connection with these tokens and the events that name them, and no others. One look
 * through the events finds all of them, and holds for the transaction that it stands in.
 *
 * @param {import('@duckdb/node-api').DuckDBConnection} connection
 * @param {readonly string[]} tokens in lower case; none keeps both empty
 */
export async function nameTokens(connection, tokens) {
  for (const table of ['createNamed', 'createFound']) await connection.run(readSql(table))
  await connection.run('delete from named')
  await connection.run('delete from found')
  if (!tokens.length) return
  const appender = await connection.createAppender('named')
  for (const token of tokens) {
    appender.appendValue(token, VARCHAR)
    appender.endRow()
  }
  appender.closeSync()
  // Tokens are letters and digits.
  await connection.run(FIND, { pattern: tokens.join('|') })
}
