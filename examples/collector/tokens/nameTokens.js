import { VARCHAR } from '@duckdb/node-api'
import { readSql } from '../store/readSql.js'

/**
 * Fills the table `named` of a connection with these tokens and no others.
 *
 * @param {import('@duckdb/node-api').DuckDBConnection} connection
 * @param {readonly string[]} tokens in lower case
 */
export async function nameTokens(connection, tokens) {
  await connection.run(readSql('createNamed'))
  await connection.run('delete from named')
  const appender = await connection.createAppender('named')
  for (const token of tokens) {
    appender.appendValue(token, VARCHAR)
    appender.endRow()
  }
  appender.closeSync()
}
