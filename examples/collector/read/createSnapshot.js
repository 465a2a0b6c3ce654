/** The read side: everything the dashboard shows, read from the store at one moment. */
import { createQuery } from '../store/createQuery.js'
import { createTurns } from '../store/createTurns.js'
import { readSql } from '../store/readSql.js'
import { readTrees } from './readTrees.js'

/** @typedef {import('../store/createQuery.js').Row} Row */

/**
 * What the dashboard shows. Times are milliseconds since 1970.
 *
 * @typedef {object} Snapshot
 * @property {number} now
 * @property {Record<string, number>} totals shares, offered, landings, people, views, lost, own, repaired, damaged, unmatched,
 *   unclassified
 * @property {Record<string, unknown>[]} events the last 50, newest first, without absent fields
 * @property {ChannelFigures[]} channels at most 100
 * @property {KindFigures[]} kinds
 * @property {SourceFigures[]} sources where visits came from, by confidence
 * @property {(SourceFigures & { channel: string, kind: string })[]} origins the same by channel, at most 100
 * @property {import('./readTrees.js').Tree[]} trees of the 20 pages whose shares are most recent
 */

/** @typedef {{ shares: number, landings: number, people: number }} Figures */
/** @typedef {Figures & { kind: string }} KindFigures */
/** @typedef {{ confidence: string, source: string, arrivals: number, people: number }} SourceFigures */
/** @typedef {KindFigures & { channel: string }} ChannelFigures */

const TOTALS = readSql('totals')
const CHANNELS = readSql('channels')
const KINDS = readSql('kinds')
const SOURCES = readSql('sources')
const ORIGINS = readSql('origins')
const RECENT_EVENTS = readSql('recentEvents')

/**
 * Makes the reader of snapshots. Calls of `read` wait for each other; each sees the store as it is when its turn comes.
 *
 * @param {import('@duckdb/node-api').DuckDBInstance} database from `openDatabase`
 * @returns {Promise<{ read: () => Promise<Snapshot>, close: () => Promise<void> }>}
 */
export async function createSnapshot(database) {
  const connection = await database.connect()
  const query = createQuery(connection)
  await connection.run(readSql('createWanted'))

  const readNow = async () => {
    await connection.run('begin transaction')
    try {
      const totals = Object.fromEntries(
        (await query(TOTALS)).map(({ what, n }) => [String(what), Number(n)]),
      )
      const channels = (await query(CHANNELS)).map((row) => ({
        channel: String(row.channel),
        ...kindOf(row),
      }))
      const kinds = (await query(KINDS)).map(kindOf)
      const sources = (await query(SOURCES)).map(sourceOf)
      const origins = (await query(ORIGINS)).map((row) => ({
        ...sourceOf(row),
        channel: String(row.source_channel),
        kind: String(row.source_kind),
      }))
      const events = (await query(RECENT_EVENTS)).map(eventOf)
      const trees = await readTrees(connection)
      return { now: Date.now(), totals, events, channels, kinds, sources, origins, trees }
    } finally {
      await connection.run('rollback') // nothing but the temporary table was written
    }
  }

  const turns = createTurns()
  return {
    read: () => turns.take(readNow),
    async close() {
      await turns.done()
      connection.closeSync()
    },
  }
}

/** @param {Row} row @returns {KindFigures} */
const kindOf = ({ kind, shares, landings, people }) => ({
  kind: String(kind),
  shares: Number(shares),
  landings: Number(landings),
  people: Number(people),
})

/** @param {Row} row @returns {SourceFigures} */
const sourceOf = ({ confidence, source, arrivals, people }) => ({
  confidence: String(confidence),
  source: String(source),
  arrivals: Number(arrivals),
  people: Number(people),
})

/** Columns that are called otherwise in an event. @type {Readonly<Record<string, string>>} */
const WIRE_NAME = {
  referrer_host: 'referrerHost',
  source_channel: 'sourceChannel',
  source_kind: 'sourceKind',
  lost: 'count',
}

/** @param {Row} row */
const eventOf = (row) =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => [
        WIRE_NAME[name] ?? name,
        value instanceof Date ? value.getTime() : value,
      ]),
  )
