import { parseArgs } from 'node:util'
import { isLoopback } from './isLoopback.js'
import { createAddressOf } from './limits/createAddressOf.js'
import { parseSites } from './sites/parseSites.js'
import { checkDays, DEFAULT_DAYS } from './store/checkDays.js'

/**
 * What to start or to do, or what to say instead. `previews` is a file to import, `-` for standard input.
 *
 * @typedef {{ ok: true, file: string, host: string, port: number, sites: import('./ingest/createIngest.js').Sites, rate: number,
 *   trustProxy: string[], days: number, secret?: string, previews?: string, reclassify: boolean } | { ok: false, why: string }} Options
 */

const FLAGS = /** @type {const} */ ({
  port: { type: 'string' },
  host: { type: 'string' },
  file: { type: 'string' },
  sites: { type: 'string' },
  rate: { type: 'string' },
  'trust-proxy': { type: 'string' },
  days: { type: 'string' },
  previews: { type: 'string' },
  reclassify: { type: 'boolean' },
})
const NAMES = Object.keys(FLAGS).map((name) => `--${name}`)
const MIN_SECRET = 16

/**
 * Reads the command line and the environment; a flag goes before its variable.
 *
 * @param {string[]} args without the names of node and of the script
 * @param {Record<string, string | undefined>} env PORT, HOST, COLLECTOR_FILE, SITES, RATE, TRUST_PROXY, RETENTION_DAYS and
 *   COLLECTOR_SECRET
 * @param {(file: string) => string} readText of the file with the sites
 * @returns {Options}
 */
export function readOptions(args, env, readText) {
  let values
  try {
    ;({ values } = parseArgs({ args, options: FLAGS }))
  } catch (cause) {
    // parseArgs throws on unknown flags and on flags without a value.
    const message = cause instanceof Error ? (cause.message.split('. ')[0] ?? '') : ''
    const last = NAMES.at(-1)
    return bad(`${message}. Known flags are ${NAMES.slice(0, -1).join(', ')} and ${last}.`)
  }
  const port = values.port ?? env.PORT ?? '4001'
  const host = values.host ?? env.HOST ?? '127.0.0.1'
  const file = values.file ?? env.COLLECTOR_FILE ?? 'collector.duckdb'
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    return bad(`--port must be a number from 0 to 65535, not "${port}".`)
  if (!/^[\w.:-]+$/.test(host))
    return bad(`--host must be a host name or an address, not "${host}".`)
  if (!file) return bad('--file must be the path of the store.')
  const { previews, reclassify = false } = values
  if (previews === '') return bad('--previews must be a file, or - for standard input.')
  if (reclassify && previews) return bad('--previews and --reclassify are one thing at a time.')

  const rate = values.rate ?? env.RATE ?? '50'
  if (!/^\d{1,6}$/.test(rate))
    return bad(`--rate must be a number of batches a second, not "${rate}"; 0 takes all.`)
  const days = Number(values.days ?? (env.RETENTION_DAYS || DEFAULT_DAYS))
  const wrongDays = checkDays(days)
  if (wrongDays) return bad(`--days: ${wrongDays}`)
  const trustProxy = (values['trust-proxy'] ?? env.TRUST_PROXY ?? '')
    .split(/[\s,]+/)
    .filter(Boolean)
  try {
    createAddressOf(trustProxy)
  } catch (cause) {
    return bad(`--trust-proxy: ${cause instanceof Error ? cause.message : String(cause)}`)
  }
  const secret = env.COLLECTOR_SECRET || undefined
  if (secret !== undefined && secret.length < MIN_SECRET)
    return bad(`COLLECTOR_SECRET must have at least ${MIN_SECRET} characters.`)
  const list = readSites(values.sites, env.SITES, readText)
  if (!list.ok) return bad(`--sites: ${list.why}`)
  // A program that runs once listens nowhere.
  if (!list.given && !isLoopback(host) && !reclassify && !previews)
    return bad(
      `--host ${host} is open to others: say with --sites which sites it is for, or SITES='*' for all.`,
    )
  return {
    ok: true,
    file,
    host,
    port: Number(port),
    sites: list.sites,
    rate: Number(rate),
    trustProxy,
    days,
    reclassify,
    ...(secret !== undefined && { secret }),
    ...(previews && { previews }),
  }
}

/**
 * @param {string | undefined} file
 * @param {string | undefined} variable
 * @param {(file: string) => string} readText
 * @returns {{ ok: true, given: boolean, sites: import('./ingest/createIngest.js').Sites } | { ok: false, why: string }}
 */
function readSites(file, variable, readText) {
  if (file === undefined && !variable) return { ok: true, given: false, sites: undefined }
  try {
    const parsed = parseSites(file === undefined ? (variable ?? '') : readText(file))
    return parsed.ok ? { ...parsed, given: true } : parsed
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
    return { ok: false, why: `The file ${file} cannot be read (${code}).` }
  }
}

/** @param {string} why @returns {Options} */
const bad = (why) => ({ ok: false, why })
