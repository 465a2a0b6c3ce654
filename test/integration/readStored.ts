import { expect } from 'vitest'
import { createQuery } from '../../examples/collector/store/createQuery.js'
import { openDatabase } from '../../examples/collector/store/openDatabase.js'

/**
 * Opens the file that a collector has left, reads every value of it, and gives the ids. Fails where one is there twice. A
 * damaged file fails to open, to be read, or to be written whole.
 */
export async function readStored(file: string): Promise<Set<unknown>> {
  const database = await openDatabase(file)
  const connection = await database.connect()
  try {
    const query = createQuery(connection)
    await query('select max(columns(*)) from events')
    const rows = await query('select id from events')
    await query('checkpoint')
    const ids = new Set(rows.map(({ id }) => id))
    expect(rows).toHaveLength(ids.size)
    return ids
  } finally {
    connection.closeSync()
    database.closeSync()
  }
}
