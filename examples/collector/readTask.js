import { parseArgs } from 'node:util'
import { checkDays, DEFAULT_DAYS } from './store/checkDays.js'
import { parseTokens } from './tokens/parseTokens.js'

/**
 * What to do to what is stored, or what to say instead. With `url` it is done by a collector that runs.
 *
 * @typedef {{ ok: true, what: 'export' | 'erase', tokens: string[], file: string }
 *   | { ok: true, what: 'export' | 'erase', tokens: string[], url: string, secret: string }
 *   | { ok: true, what: 'expire', days: number, file: string }
 *   | { ok: false, why: string }} Task
 */

const USAGE =
  'Use "export TOKEN…", "erase TOKEN…" or "expire", with --file STORE or --url COLLECTOR.'

/**
 * Reads the command line and the environment of admin.js.
 *
 * @param {string[]} args without the names of node and of the script
 * @param {Record<string, string | undefined>} env COLLECTOR_FILE, COLLECTOR_SECRET and RETENTION_DAYS
 * @param {() => Promise<string>} readInput standard input, for `-` in place of tokens
 * @returns {Promise<Task>}
 */
export async function readTask(args, env, readInput) {
  let values
  let positionals
  try {
    ;({ values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { file: { type: 'string' }, url: { type: 'string' }, days: { type: 'string' } },
    }))
  } catch (cause) {
    // parseArgs throws on unknown flags and on flags without a value.
    const message = cause instanceof Error ? (cause.message.split('. ')[0] ?? '') : ''
    return bad(`${message}. Known flags are --file, --url and --days.`)
  }
  const [what, ...words] = positionals
  const file = values.file ?? (env.COLLECTOR_FILE || 'collector.duckdb')
  if (what === 'expire') {
    const days = Number(values.days ?? (env.RETENTION_DAYS || DEFAULT_DAYS))
    const wrong = checkDays(days)
    if (wrong) return bad(`--days: ${wrong}`)
    if (words.length || values.url !== undefined)
      return bad('"expire" takes --file and --days only: a collector that runs does it by itself.')
    return { ok: true, what, days, file }
  }
  if (what !== 'export' && what !== 'erase') return bad(USAGE)
  if (values.days !== undefined) return bad('--days belongs to "expire".')
  const read = parseTokens(words.join() === '-' ? await readInput() : words.join(' '))
  if (!read.ok) return read
  const { tokens } = read
  if (values.url === undefined) return { ok: true, what, tokens, file }
  if (values.file !== undefined) return bad('--file and --url are one or the other.')
  if (!/^https?:\/\//.test(values.url) || !URL.canParse(values.url))
    return bad(`--url must be an http or https URL, not "${values.url}".`)
  const secret = env.COLLECTOR_SECRET
  if (!secret) return bad('--url needs the COLLECTOR_SECRET that the collector has.')
  return { ok: true, what, tokens, url: values.url, secret }
}

/** @param {string} why @returns {Task} */
const bad = (why) => ({ ok: false, why })
