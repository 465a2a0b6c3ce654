/** Previews of access logs on their way into the store. */
import { TIMESTAMP, VARCHAR } from '@duckdb/node-api'
import { createTurns } from '../store/createTurns.js'
import { readSql } from '../store/readSql.js'
import { timestamp } from '../store/timestamp.js'
import { kindOfName, parsePreviews } from './parsePreviews.js'

/**
 * What became of an import, or why there was none: `stored` are new or earlier than what was known, `known` changed nothing,
 * `unknown` are of tokens that no event names (yet), `refused` are no previews.
 *
 * @typedef {{ ok: true, stored: number, known: number, unknown: number, refused: number } | { ok: false, why: string }} Imported
 */

const STORE = readSql('storePreviews')
const UNKNOWN = readSql('unknownPreviews')

/**
 * Makes the function that imports what `npx aparte previews --json` wrote. One call is one transaction, and calls wait for
 * each other; the same twice changes nothing, and the earliest preview of a share stays, in whatever order logs are imported.
 *
 * @param {import('@duckdb/node-api').DuckDBInstance} database from `openDatabase`
 * @returns {Promise<{ run: (text: string) => Promise<Imported>, close: () => Promise<void> }>}
 */
export async function createImport(database) {
  const connection = await database.connect()
  await connection.run(readSql('createOffered'))

  /** @param {string} text @returns {Promise<Imported>} */
  const runNow = async (text) => {
    const parsed = parsePreviews(text)
    if (!parsed.ok) return parsed
    await connection.run('begin transaction')
    try {
      offer(await connection.createAppender('offered'), parsed.offers)
      const stored = (await connection.runAndReadAll(STORE)).currentRowCount
      const unknown = Number((await connection.runAndReadAll(UNKNOWN)).getRows()[0]?.[0])
      await connection.run('delete from offered')
      await connection.run('commit')
      const known = Math.max(0, parsed.offers.length - stored - unknown)
      return { ok: true, stored, known, unknown, refused: parsed.refused }
    } catch (cause) {
      // A failed commit has ended the transaction already; then there is nothing left to roll back.
      await connection.run('rollback').catch(() => undefined)
      throw cause
    }
  }

  const turns = createTurns()
  return {
    run: (text) => turns.take(() => runNow(text)),
    async close() {
      await turns.done()
      connection.closeSync()
    },
  }
}

/**
 * @param {import('@duckdb/node-api').DuckDBAppender} appender
 * @param {readonly import('./parsePreviews.js').Offer[]} offers
 */
const offer = (appender, offers) => {
  /** @type {Map<string, import('./parsePreviews.js').Offer>} */
  const first = new Map()
  for (const next of offers) {
    const known = first.get(next.token)
    if (!known || (next.at ?? Infinity) < (known.at ?? Infinity)) first.set(next.token, next)
  }
  for (const { token, bot, network, channel, fetchedBy, at } of first.values()) {
    for (const text of [token, bot, network, channel, kindOfName(channel), fetchedBy]) {
      if (text === undefined) appender.appendNull()
      else appender.appendValue(text, VARCHAR)
    }
    if (at === undefined) appender.appendNull()
    else appender.appendValue(timestamp(at), TIMESTAMP)
    appender.endRow()
  }
  appender.closeSync()
}
