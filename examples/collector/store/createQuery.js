/**
 * A row as plain JavaScript: integers as numbers, timestamps as `Date`, null for null.
 *
 * @typedef {Record<string, unknown>} Row
 */

/**
 * Runs one statement and gives all of its rows. `params` are bound, by position (`?`, `$1`) or by name (`$site`).
 *
 * @typedef {(sql: string, params?: import('@duckdb/node-api').DuckDBValue[] | Record<string, import('@duckdb/node-api').DuckDBValue>) => Promise<Row[]>} Query
 */

/**
 * Makes a query function over a connection.
 *
 * @param {import('@duckdb/node-api').DuckDBConnection} connection
 * @returns {Query}
 */
export const createQuery = (connection) => async (sql, params) => {
  const reader = await connection.runAndReadAll(sql, params)
  // Counts are BIGINT or HUGEINT in DuckDB; none comes near 2^53.
  const plain = (/** @type {unknown} */ value) =>
    typeof value === 'bigint' ? Number(value) : value
  return reader
    .getRowObjectsJS()
    .map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])),
    )
}
