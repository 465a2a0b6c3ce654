import { KEPT_MS } from '../store/createSeen.js'
import { readSql } from '../store/readSql.js'
import { timestamp } from '../store/timestamp.js'
import { hashOf } from './createErased.js'
import { nameTokens } from './nameTokens.js'

/**
 * What an erasure did.
 *
 * @typedef {object} Erasure
 * @property {number} erased events that carried one of the tokens
 * @property {number} unlinked shares of other readers that began with one, and have no parent now
 * @property {number} previews
 */

const REMEMBER = readSql('storeErasedToken')
const STEPS = {
  ids: readSql('eraseIds'),
  events: readSql('eraseEvents'),
  parents: readSql('eraseParents'),
  previews: readSql('erasePreviews'),
}

/**
 * Erases tokens from the store in one transaction: no column of any table holds one afterwards. Nothing may be appended
 * meanwhile. That they were erased is remembered by a hash, and their events by their ids, so that neither comes back.
 *
 * @param {import('@duckdb/node-api').DuckDBConnection} connection
 * @param {readonly string[]} tokens from `parseTokens`
 * @returns {Promise<Erasure>}
 */
export async function eraseTokens(connection, tokens) {
  const now = Date.now()
  await connection.run('begin transaction')
  try {
    await nameTokens(connection, tokens)
    for (const token of tokens)
      await connection.run(REMEMBER, { hash: hashOf(token), now: timestamp(now) })
    await connection.run(STEPS.ids, { since: timestamp(now - KEPT_MS) })
    const events = await connection.run(STEPS.events)
    const parents = await connection.run(STEPS.parents)
    const previews = await connection.run(STEPS.previews)
    await nameTokens(connection, [])
    await connection.run('commit')
    return {
      erased: events.rowsChanged,
      unlinked: parents.rowsChanged,
      previews: previews.rowsChanged,
    }
  } catch (cause) {
    await connection.run('rollback').catch(() => undefined) // a failed commit has ended it already
    throw cause
  }
}
