import { createQuery } from './createQuery.js'

/**
 * Makes a query function with a connection of its own, and the way to close it: `close` waits for queries under way, and
 * later ones are rejected.
 *
 * @param {import('@duckdb/node-api').DuckDBInstance} database from `openDatabase`
 * @returns {Promise<{ query: import('./createQuery.js').Query, close: () => Promise<void> }>}
 */
export async function createVisitor(database) {
  const connection = await database.connect()
  const ask = createQuery(connection)
  /** @type {Set<Promise<unknown>>} */
  const open = new Set()
  let closed = false
  return {
    async query(sql, params) {
      if (closed) throw new Error('The store is closed.')
      const answer = ask(sql, params)
      open.add(answer)
      try {
        return await answer
      } finally {
        open.delete(answer)
      }
    },
    async close() {
      closed = true
      await Promise.allSettled(open)
      connection.closeSync()
    },
  }
}
