/** Classifies stored arrivals again, with the tables of the present version. */
import { VARCHAR } from '@duckdb/node-api'
import { sourceOf } from '../ingest/sourceOf.js'
import { createQuery } from './createQuery.js'
import { readSql } from './readSql.js'

/**
 * @typedef {object} Reclassified
 * @property {number} arrivals how many landings and entries there are
 * @property {number} changed how many of them have another source than before
 */

const ARRIVED = readSql('arrivedRows')
const STORE = readSql('storeResourced')
/** Rows of the table in one transaction. */
const BATCH_ROWS = 10_000

/**
 * Gives every landing and entry in the store the source that its own signals have today. Each batch is one transaction: a crash
 * leaves some arrivals classified anew and the others as they were, and the next run does the rest. A second run changes nothing.
 * What was read from the request and is not stored, the user agent, stays as it was read then.
 *
 * @param {import('@duckdb/node-api').DuckDBInstance} database from `openDatabase`
 * @param {{ onBatch?: (done: Reclassified) => void, batchRows?: number }} [options]
 * @returns {Promise<Reclassified>}
 */
export async function reclassify(database, { onBatch, batchRows = BATCH_ROWS } = {}) {
  const connection = await database.connect()
  try {
    await connection.run(readSql('createResourced'))
    const query = createQuery(connection)
    const [{ last } = {}] = await query('select max(rowid) as last from events')
    const done = { arrivals: 0, changed: 0 }
    for (let first = 0; first <= Number(last ?? -1); first += batchRows) {
      await connection.run('begin transaction')
      const rows = await query(ARRIVED, { first: BigInt(first), end: BigInt(first + batchRows) })
      const changes = rows.flatMap(changeOf)
      if (changes.length) {
        const appender = await connection.createAppender('resourced')
        for (const change of changes) {
          for (const text of change) {
            if (text === undefined) appender.appendNull()
            else appender.appendValue(text, VARCHAR)
          }
          appender.endRow()
        }
        appender.closeSync()
        await connection.run(STORE)
        await connection.run('delete from resourced')
      }
      await connection.run('commit')
      done.arrivals += rows.length
      done.changed += changes.length
      onBatch?.({ ...done })
    }
    return done
  } finally {
    connection.closeSync()
  }
}

/**
 * The row of `resourced` for an arrival whose source is another one today.
 *
 * @param {import('./createQuery.js').Row} row
 * @returns {(string | undefined)[][]}
 */
const changeOf = ({
  site,
  id,
  source,
  source_channel,
  source_kind,
  confidence,
  because,
  ...row
}) => {
  const { referrer_host, ...signals } = Object.fromEntries(
    Object.entries(row).filter(([, value]) => value !== null),
  )
  const now = sourceOf(
    /** @type {Parameters<typeof sourceOf>[0]} */ ({ ...signals, referrerHost: referrer_host }),
  )
  const then = [source, source_channel, source_kind, confidence, because]
  const next = [now?.source, now?.channel, now?.kind, now?.confidence, now?.because]
  return next.every((value, index) => value === (then[index] ?? undefined))
    ? []
    : [[String(site), String(id), ...next]]
}
