/** From the store to the trees of shares: which shares to look at, and how often each was followed. */
import { VARCHAR } from '@duckdb/node-api'
import { createQuery } from '../store/createQuery.js'
import { readSql } from '../store/readSql.js'
import { growTrees } from './growTrees.js'

/** @typedef {import('./growTrees.js').Tree} Tree */
/** @typedef {import('./growTrees.js').Share} Share */
/** @typedef {import('@duckdb/node-api').DuckDBConnection} Connection */
/** @typedef {{ site: string, token: string }} Name */

const RECENT_SHARES = readSql('recentShares')
const WANTED_SHARES = readSql('wantedShares')
const WANTED_LANDINGS = readSql('wantedLandings')
const WANTED_PREVIEWS = readSql('wantedPreviews')
// Each step up halves what is missing at least; a chain that is longer starts at the share that was reached.
const MAX_STEPS_UP = 64

/**
 * Reads the trees of the most recent shares: the last 2,000, and their parents up to the first share of each chain.
 *
 * @param {Connection} connection with the table `wanted`, in a transaction
 * @returns {Promise<Tree[]>}
 */
export async function readTrees(connection) {
  const query = createQuery(connection)
  /** @type {Map<string, Share>} */
  const shares = new Map()
  const add = (/** @type {import('../store/createQuery.js').Row[]} */ rows) => {
    for (const row of rows) {
      const share = shareOf(row)
      // Rows come newest first; of two shares with one token the first counts.
      shares.set(share.key, share)
    }
  }
  add(await query(RECENT_SHARES))
  /** @type {Set<string>} */
  const asked = new Set()
  for (let step = 0; step < MAX_STEPS_UP; step++) {
    const parents = [...shares.values()].flatMap(({ site, parent, parentKey }) =>
      parent && parentKey && !shares.has(parentKey) && !asked.has(parentKey)
        ? [{ site, token: parent, key: parentKey }]
        : [],
    )
    if (!parents.length) break
    for (const { key } of parents) asked.add(key)
    await want(connection, parents)
    add(await query(WANTED_SHARES))
  }
  await want(connection, [...shares.values()])
  for (const row of await query(WANTED_LANDINGS)) {
    const share = shares.get(`${String(row.site)} ${String(row.token)}`)
    if (!share) continue
    share.landings = Number(row.landings)
    share.people = Number(row.people)
  }
  for (const row of await query(WANTED_PREVIEWS)) {
    const share = shares.get(`${String(row.site)} ${String(row.token)}`)
    if (share) share.preview = previewOf(row)
  }
  return growTrees(shares)
}

/**
 * Fills `wanted` with these names and no others.
 *
 * @param {Connection} connection
 * @param {Name[]} names
 */
async function want(connection, names) {
  await connection.run('delete from wanted')
  const appender = await connection.createAppender('wanted')
  for (const { site, token } of names) {
    appender.appendValue(site, VARCHAR)
    appender.appendValue(token, VARCHAR)
    appender.endRow()
  }
  appender.closeSync()
}

/** @param {import('../store/createQuery.js').Row} row @returns {import('./growTrees.js').Preview} */
const previewOf = ({ network, channel, kind, fetched_by, ts }) => ({
  network: String(network),
  fetchedBy: fetched_by === 'device' ? 'device' : 'server',
  ...(typeof channel === 'string' && { channel }),
  ...(typeof kind === 'string' && { kind }),
  ...(ts instanceof Date && { ts: ts.getTime() }),
})

/** @param {import('../store/createQuery.js').Row} row @returns {Share} */
const shareOf = (row) => {
  const site = String(row.site)
  const token = String(row.token)
  const parent = typeof row.parent === 'string' ? row.parent : undefined
  return {
    key: `${site} ${token}`,
    parentKey: parent && `${site} ${parent}`,
    site,
    token,
    parent,
    channel: String(row.channel),
    kind: String(row.kind),
    depth: Number(row.depth),
    ts: row.ts instanceof Date ? row.ts.getTime() : 0,
    certain: row.certain === true,
    shared: String(row.target ?? row.page),
    landings: 0,
    people: 0,
  }
}
