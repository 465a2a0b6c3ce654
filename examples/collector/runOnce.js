/** What is done to the store of a collector that does not run. */
import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { createImport } from './previews/createImport.js'
import { openDatabase } from './store/openDatabase.js'
import { reclassify } from './store/reclassify.js'

/**
 * Imports a file of previews, or classifies all arrivals again, and lets the store go. Rejects with one clear sentence.
 *
 * @param {string} file path of the store
 * @param {{ previews?: string, reclassify: boolean }} task `previews` is a file, `-` standard input
 * @param {(line: string) => void} say
 */
export async function runOnce(file, task, say) {
  const given = task.previews === undefined ? undefined : await readPreviews(task.previews)
  const database = await openDatabase(file)
  try {
    if (given === undefined) {
      const { arrivals, changed } = await reclassify(database, {
        onBatch: (done) => say(`${done.arrivals} arrivals, ${done.changed} changed`),
      })
      say(`classified ${arrivals} arrivals again, ${changed} have another source than before`)
      return
    }
    const previews = await createImport(database)
    try {
      const imported = await previews.run(given)
      if (!imported.ok) throw new Error(imported.why)
      const { stored, known, unknown, refused } = imported
      say(`stored ${stored} previews; ${known} told nothing new`)
      if (unknown)
        say(`${unknown} are of shares that the store does not know: import them again once it does`)
      if (refused) say(`${refused} are no previews, and were left out`)
    } finally {
      await previews.close()
    }
  } finally {
    database.closeSync()
  }
}

/** @param {string} file */
const readPreviews = async (file) => {
  try {
    return await (file === '-' ? text(process.stdin) : readFile(file, 'utf8'))
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
    throw new Error(`The file ${file} cannot be read (${code}).`, { cause })
  }
}
