/** Export, erasure and retention, on a store that no collector has open, or through the collector that has it. */
import { existsSync } from 'node:fs'
import { expireEvents } from './store/expireEvents.js'
import { openDatabase } from './store/openDatabase.js'
import { eraseTokens } from './tokens/eraseTokens.js'
import { exportTokens } from './tokens/exportTokens.js'

/**
 * Does it, and gives what to print: JSON lines of an export, or one sentence. Rejects with one clear sentence.
 *
 * @param {Extract<import('./readTask.js').Task, { ok: true }>} task
 * @returns {Promise<string>}
 */
export async function runTask(task) {
  if ('url' in task) return askCollector(task)
  // Opening would make a new one, and report that nothing of the token is in it.
  if (!existsSync(task.file)) throw new Error(`There is no store ${task.file}.`)
  const database = await openDatabase(task.file)
  const connection = await database.connect()
  try {
    if (task.what === 'expire') {
      const count = await expireEvents(connection, task.days)
      return `deleted ${count} events that were older than ${task.days} days\n`
    }
    return task.what === 'export'
      ? await exportTokens(connection, task.tokens)
      : sentenceOf(await eraseTokens(connection, task.tokens))
  } finally {
    connection.closeSync()
    database.closeSync()
  }
}

/** @param {{ what: string, tokens: string[], url: string, secret: string }} task */
const askCollector = async ({ what, tokens, url, secret }) => {
  const response = await fetch(new URL(`/api/${what}`, url), {
    method: 'POST',
    body: tokens.join(' '),
    headers: { Authorization: `Bearer ${secret}` },
    redirect: 'error', // the secret is for this collector alone
  }).catch((/** @type {unknown} */ cause) => {
    throw new Error(`The collector at ${url} does not answer.`, { cause })
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`The collector answered ${response.status}: ${text.trim()}`)
  return what === 'export' ? text : sentenceOf(JSON.parse(text))
}

/** @param {import('./tokens/eraseTokens.js').Erasure} erasure */
const sentenceOf = ({ erased, unlinked, previews }) =>
  `erased ${erased} events and ${previews} previews; ${unlinked} later shares have no parent now\n`
