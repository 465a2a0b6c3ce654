/** The store as the collector uses it: one DuckDB file, opened anew where DuckDB has given it up. */
import { createImport } from '../previews/createImport.js'
import { createSnapshot } from '../read/createSnapshot.js'
import { createExport } from '../tokens/createExport.js'
import { createSink } from './createSink.js'
import { createVisitor } from './createVisitor.js'
import { openDatabase } from './openDatabase.js'

/**
 * @typedef {object} Store
 * @property {import('./createSink.js').Sink['write']} write
 * @property {() => Promise<import('../read/createSnapshot.js').Snapshot>} readSnapshot
 * @property {import('./createQuery.js').Query} query
 * @property {Awaited<ReturnType<typeof createImport>>['run']} importPreviews
 * @property {(tokens: readonly string[]) => Promise<string>} exportTokens gives JSON lines
 * @property {import('./createSink.js').Sink['erase']} erase
 * @property {import('./createSink.js').Sink['expire']} expire
 * @property {() => Promise<void>} close finishes what is under way and lets the file go
 */

// Opening reads what the store has, so one that fails is not tried again with every request.
const PAUSE_MS = 1_000

/**
 * Opens the store. After a checkpoint that found the disk full, or a disk that failed, DuckDB refuses everything until it is
 * opened anew: that is done at once, and where it fails as well, again with a later request. Until then all of them reject.
 *
 * @param {string} file
 * @param {(line: string) => void} log
 * @returns {Promise<Store>}
 */
export async function createStore(file, log) {
  let parts = open(file, log)
  await parts
  let pausedUntil = 0
  let closed = false

  /** @param {Promise<Parts>} failed */
  const renew = (failed) => {
    if (parts !== failed || closed) return // another request has seen to it
    parts = (async () => {
      await failed.then(close, () => undefined)
      const opened = await open(file, log)
      log('The store is open again.')
      return opened
    })()
    parts.catch((/** @type {unknown} */ cause) => {
      pausedUntil = performance.now() + PAUSE_MS
      log(`The store cannot be opened again: ${String(cause)}`)
    })
  }

  /**
   * @template Result
   * @param {(parts: Parts) => Promise<Result>} use
   * @returns {Promise<Result>}
   */
  const withParts = async (use) => {
    const current = parts
    const opened = await current.catch((/** @type {unknown} */ cause) => {
      if (performance.now() > pausedUntil) renew(current)
      throw cause
    })
    try {
      return await use(opened)
    } catch (cause) {
      if (isGivenUp(cause)) renew(current)
      throw cause
    }
  }

  return {
    write: (arrivals) => withParts(({ sink }) => sink.write(arrivals)),
    readSnapshot: () => withParts(({ snapshot }) => snapshot.read()),
    query: (sql, params) => withParts(({ visitor }) => visitor.query(sql, params)),
    importPreviews: (...given) => withParts(({ previews }) => previews.run(...given)),
    exportTokens: (tokens) => withParts(({ exported }) => exported.run(tokens)),
    erase: (tokens) => withParts(({ sink }) => sink.erase(tokens)),
    expire: (days) => withParts(({ sink }) => sink.expire(days)),
    async close() {
      closed = true
      await parts.then(close, () => undefined)
    },
  }
}

/** @typedef {Awaited<ReturnType<typeof open>>} Parts */

/** @param {string} file @param {(line: string) => void} log */
async function open(file, log) {
  const database = await openDatabase(file)
  try {
    return {
      database,
      sink: await createSink(database, log),
      snapshot: await createSnapshot(database),
      visitor: await createVisitor(database),
      previews: await createImport(database),
      exported: await createExport(database),
    }
  } catch (cause) {
    database.closeSync()
    throw cause
  }
}

/** @param {Parts} parts */
async function close({ database, sink, snapshot, visitor, previews, exported }) {
  await sink.close()
  await snapshot.close()
  await previews.close()
  await exported.close()
  await visitor.close()
  database.closeSync()
}

// DuckDB has no code for it.
const isGivenUp = (/** @type {unknown} */ cause) =>
  /FATAL Error|INTERNAL Error|has been invalidated/.test(String(cause))
