import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { addColumns } from './addColumns.js'
import { columns } from './columns.js'
import { readSql } from './readSql.js'

/**
 * Opens or creates the DuckDB file with its table `events`. Rejects with one clear sentence where the file is in use by
 * another process, is no DuckDB file, or holds a table of another shape.
 *
 * @param {string} file path; its folder is created
 * @returns {Promise<DuckDBInstance>}
 */
export async function openDatabase(file) {
  const database = await createInstance(file).catch((/** @type {unknown} */ cause) => {
    throw new Error(sentenceOf(file, String(cause)), { cause })
  })
  const connection = await database.connect()
  try {
    // DuckDB takes an existing data file, such as JSON or CSV, for a view of it, and would keep everything in memory.
    const stored = await connection.runAndReadAll(
      'select path from duckdb_databases() where not internal',
    )
    if (!stored.getRowsJson()[0]?.[0])
      throw new Error(`The store ${file} cannot be opened: it is a data file, not a database.`)
    await connection.run(readSql('createEvents'))
    await addColumns(connection)
    for (const table of ['createPreviews', 'createErasedEvents', 'createErasedTokens'])
      await connection.run(readSql(table))
    const reader = await connection.runAndReadAll('select * from events limit 0')
    if (reader.columnNames().join() !== columns.map(({ name }) => name).join())
      throw new Error(`The table "events" in ${file} has other columns: choose another --file.`)
  } catch (cause) {
    connection.closeSync()
    database.closeSync()
    throw cause
  }
  connection.closeSync()
  return database
}

/** @param {string} file */
const createInstance = async (file) => {
  await mkdir(dirname(file), { recursive: true })
  // Nothing is fetched from elsewhere at run time.
  return DuckDBInstance.create(file, { autoinstall_known_extensions: 'false' })
}

/**
 * @param {string} file
 * @param {string} message
 */
const sentenceOf = (file, message) =>
  /could not set lock/i.test(message)
    ? `The store ${file} is in use by another process: stop that one or choose another --file.`
    : `The store ${file} cannot be opened: ${message.replace(/^Error: /, '').split('\n')[0]}`
