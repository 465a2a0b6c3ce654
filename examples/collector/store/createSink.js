/** The sink: takes the events of requests, stores them in groups, and answers each request after its commit. */
import { createErased } from '../tokens/createErased.js'
import { eraseTokens } from '../tokens/eraseTokens.js'
import { readErased } from '../tokens/readErased.js'
import { commitGroup } from './commitGroup.js'
import { expireEvents } from './expireEvents.js'
import { readSeen } from './readSeen.js'

/** @typedef {import('./columns.js').Arrival} Arrival */
/** @typedef {import('./commitGroup.js').Written} Written */

/**
 * Any store that a collector can write to.
 *
 * @typedef {object} Sink
 * @property {(arrivals: readonly Arrival[]) => Promise<Written>} write resolves when the events are safe; rejects with
 *   none of them stored
 * @property {(tokens: readonly string[]) => Promise<import('../tokens/eraseTokens.js').Erasure>} erase resolves when nothing of
 *   these tokens is stored any more, or will be
 * @property {(days: number) => Promise<number>} expire deletes what arrived earlier, and gives how many events that were
 * @property {() => Promise<void>} close resolves when everything written is safe and the store let go
 */

// One transaction for each request stores a tenth of what grouped ones do; a larger group only adds waiting.
const MAX_GROUP_EVENTS = 2_000
// More than this waiting means that the disk does not keep up: then the sender shall wait, not our memory grow.
const MAX_WAITING_EVENTS = 50_000

/**
 * Makes the DuckDB sink. Requests that arrive while a commit is under way go into the next transaction together.
 *
 * @param {import('@duckdb/node-api').DuckDBInstance} database from `openDatabase`
 * @param {(line: string) => void} [log]
 * @returns {Promise<Sink>}
 */
export async function createSink(database, log = () => {}) {
  const connection = await database.connect()
  const seen = await readSeen(connection, log)
  const erased = createErased()
  erased.reset(await readErased(connection))
  const forgetting = setInterval(() => seen.forget(Date.now()), 3_600_000).unref()
  /** @type {{ arrivals: readonly Arrival[], resolve: (written: Written) => void, reject: (cause: unknown) => void }[]} */
  let waiting = []
  let waitingEvents = 0
  /** What has to have the store for itself, between two groups. @type {(() => Promise<void>)[]} */
  const tasks = []
  /** @type {Promise<void> | undefined} */
  let running
  let closed = false

  const takeGroup = () => {
    let events = 0
    let end = 0
    for (const { arrivals } of waiting) {
      if (end && events + arrivals.length > MAX_GROUP_EVENTS) break
      events += arrivals.length
      end++
    }
    const group = waiting.slice(0, end)
    waiting = waiting.slice(end)
    waitingEvents -= events
    return group
  }

  /** @param {ReturnType<typeof takeGroup>} group */
  const store = async (group) => {
    try {
      const written = await commitGroup(
        connection,
        { seen, erased },
        group.map(({ arrivals }) => arrivals),
      )
      for (const [index, { resolve }] of group.entries())
        resolve(written[index] ?? { stored: 0, repeated: 0 })
    } catch (cause) {
      // One request that cannot be stored must not take the others with it: each is tried by itself.
      if (group.length > 1) for (const request of group) await store([request])
      else for (const { reject } of group) reject(cause)
    }
  }

  const run = async () => {
    while (tasks.length || waiting.length)
      await (tasks.length ? tasks.shift()?.() : store(takeGroup()))
    running = undefined
  }

  /**
   * @template Result
   * @param {() => Promise<Result>} task
   * @returns {Promise<Result>}
   */
  const alone = (task) => {
    if (closed) return Promise.reject(new Error('The store is closed.'))
    return new Promise((resolve, reject) => {
      tasks.push(() => task().then(resolve, reject))
      running ??= run()
    })
  }

  return {
    write(arrivals) {
      if (closed) return Promise.reject(new Error('The store is closed.'))
      if (waitingEvents + arrivals.length > MAX_WAITING_EVENTS)
        return Promise.reject(new Error('The store does not keep up.'))
      return new Promise((resolve, reject) => {
        waiting.push({ arrivals, resolve, reject })
        waitingEvents += arrivals.length
        running ??= run()
      })
    },
    erase: (tokens) =>
      alone(async () => {
        const erasure = await eraseTokens(connection, tokens)
        erased.reset(await readErased(connection))
        return erasure
      }),
    expire: (days) =>
      alone(async () => {
        const count = await expireEvents(connection, days)
        erased.reset(await readErased(connection))
        return count
      }),
    async close() {
      closed = true
      await running
      clearInterval(forgetting)
      connection.closeSync()
    },
  }
}
