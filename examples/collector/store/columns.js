/** The columns of the table `events` in the order of sql/createEvents.sql, and where each value comes from. */
import { BIGINT, BOOLEAN, DOUBLE, INTEGER, TIMESTAMP, TINYINT, VARCHAR } from '@duckdb/node-api'
import { timestamp } from './timestamp.js'

/**
 * An event on its way into the store.
 *
 * @typedef {object} Arrival
 * @property {string} site host of the site
 * @property {import('aparte/server').AparteEvent} event as `readBatch` gave it
 * @property {number} ts corrected time, milliseconds since 1970
 * @property {number} received time of arrival, milliseconds since 1970
 * @property {string} [bot] the program that its sender's user agent names
 * @property {import('aparte/classify').Classification} [source] where a landing or entry came from
 */

/**
 * @typedef {object} Column
 * @property {string} name
 * @property {import('@duckdb/node-api').DuckDBType} type
 * @property {(arrival: Arrival) => import('@duckdb/node-api').DuckDBValue | undefined} valueOf
 */

/**
 * A column that holds one field of the event as it is.
 *
 * @param {import('@duckdb/node-api').DuckDBType} type
 * @param {string} field
 * @param {string} [name]
 * @returns {Column & { field: string }}
 */
const fieldColumn = (type, field, name = field) => ({
  name,
  type,
  field,
  valueOf: ({ event }) => {
    const value = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (event))[field]
    return /** @type {string | number | boolean | undefined} */ (value) // readBatch has checked it
  },
})

const fieldColumns = [
  fieldColumn(VARCHAR, 'page'),
  fieldColumn(VARCHAR, 'load'),
  fieldColumn(VARCHAR, 'mode'),
  fieldColumn(BOOLEAN, 'automated'),
  fieldColumn(DOUBLE, 'rate'),
  fieldColumn(VARCHAR, 'token'),
  fieldColumn(VARCHAR, 'channel'),
  fieldColumn(VARCHAR, 'kind'),
  fieldColumn(VARCHAR, 'gesture'),
  fieldColumn(TINYINT, 'depth'),
  fieldColumn(VARCHAR, 'parent'),
  fieldColumn(VARCHAR, 'target'),
  fieldColumn(INTEGER, 'urls'),
  fieldColumn(BOOLEAN, 'certain'),
  fieldColumn(BOOLEAN, 'repaired'),
  fieldColumn(BOOLEAN, 'own'),
  fieldColumn(VARCHAR, 'referrerHost', 'referrer_host'),
  fieldColumn(VARCHAR, 'app'),
  fieldColumn(VARCHAR, 'click'),
  fieldColumn(VARCHAR, 'navigation'),
  fieldColumn(BOOLEAN, 'entry'),
  fieldColumn(VARCHAR, 'campaign'),
  fieldColumn(BOOLEAN, 'damaged'),
  fieldColumn(VARCHAR, 'arrival'),
  fieldColumn(VARCHAR, 'evidence'),
  fieldColumn(VARCHAR, 'name'),
  fieldColumn(DOUBLE, 'value'),
  fieldColumn(VARCHAR, 'currency'),
]

const held = new Set(['id', 'type', 'at', 'count', ...fieldColumns.map(({ field }) => field)])

/** @param {Arrival} arrival */
const restOf = ({ event }) => {
  const rest = Object.entries(event).filter(([name]) => !held.has(name))
  return rest.length ? JSON.stringify(Object.fromEntries(rest)) : undefined
}

/** Every column; `rest` holds as JSON the fields that have no column of their own. */
export const columns = /** @type {readonly Column[]} */ ([
  { name: 'site', type: VARCHAR, valueOf: ({ site }) => site },
  { name: 'id', type: VARCHAR, valueOf: ({ event }) => event.id },
  { name: 'type', type: VARCHAR, valueOf: ({ event }) => event.type },
  { name: 'ts', type: TIMESTAMP, valueOf: ({ ts }) => timestamp(ts) },
  { name: 'at_ms', type: BIGINT, valueOf: ({ event }) => BigInt(event.at) },
  { name: 'received', type: TIMESTAMP, valueOf: ({ received }) => timestamp(received) },
  ...fieldColumns,
  {
    name: 'lost',
    type: BIGINT,
    valueOf: ({ event }) => (event.type === 'lost' ? BigInt(event.count) : undefined),
  },
  { name: 'rest', type: VARCHAR, valueOf: restOf },
  // Younger than the first stores: `addColumns` gives them to those.
  { name: 'bot', type: VARCHAR, valueOf: ({ bot }) => bot },
  { name: 'source', type: VARCHAR, valueOf: ({ source }) => source?.source },
  { name: 'source_channel', type: VARCHAR, valueOf: ({ source }) => source?.channel },
  { name: 'source_kind', type: VARCHAR, valueOf: ({ source }) => source?.kind },
  { name: 'confidence', type: VARCHAR, valueOf: ({ source }) => source?.confidence },
  { name: 'because', type: VARCHAR, valueOf: ({ source }) => source?.because },
])
