import { columns } from './columns.js'

/** How many columns the first version had; later ones stand behind them, and may be null. */
const FIRST_COLUMNS = 36

/**
 * Gives a table `events` of an older version the columns that it lacks, all of them or none. The events in it keep what they
 * have; `reclassify` fills in where they came from.
 *
 * @param {import('@duckdb/node-api').DuckDBConnection} connection
 */
export async function addColumns(connection) {
  const reader = await connection.runAndReadAll('select * from events limit 0')
  const there = reader.columnNames()
  const isOurs = columns.slice(0, FIRST_COLUMNS).every(({ name }, index) => there[index] === name)
  const missing = columns.slice(FIRST_COLUMNS).filter(({ name }) => !there.includes(name))
  // Somebody else's table stays as it is, and is refused.
  if (!isOurs) return
  if (!missing.length) return
  await connection.run('begin transaction')
  for (const { name, type } of missing)
    await connection.run(`alter table events add column ${name} ${type.toString()}`)
  await connection.run('commit')
}
