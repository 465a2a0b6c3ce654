/**
 * What the collector takes: batches and durable events a second, and processor time for each, with batches of several sizes.
 * `npm run bench:collector`; no part of `npm test`, and nothing is a failure.
 *
 * The collector runs in this process, DuckDB and its disk included, and the load in another one, over loopback. Processor
 * time is the collector's alone, on all of its threads; a machine that is busy with other things makes it wait, and raises
 * that time by up to a half. `--events 10000000` sends so many to one store instead, and prints memory and processor time
 * after each million; `--minutes 30` ends that earlier.
 */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import { createCollector } from '../../../examples/collector/createCollector.js'

const { values } = parseArgs({
  options: { events: { type: 'string' }, minutes: { type: 'string', default: '60' } },
})
const TARGET = 10_000
const MILLION = 1_000_000
const loadScript = fileURLToPath(new URL('sendLoad.mjs', import.meta.url))

/** @param {string} url @param {{ perBatch: number, maxEvents: number, maxSeconds: number }} load */
const measure = async (url, { perBatch, maxEvents, maxSeconds }) => {
  // As many as fill the groups that the store writes; browsers have one each.
  const connections = perBatch < 25 ? 256 : 64
  const before = process.cpuUsage()
  const args = [loadScript, url, perBatch, maxEvents, maxSeconds, connections].map(String)
  const { stdout } = await promisify(execFile)(process.execPath, args)
  const { user, system } = process.cpuUsage(before)
  const sent = JSON.parse(stdout)
  return { ...sent, events: sent.batches * perBatch, cpuUs: user + system }
}

/** @param {(number | string)[]} cells */
const print = (cells) => console.log(cells.map((cell) => String(cell).padStart(11)).join(' '))

/** @param {(collector: import('../../../examples/collector/createCollector.js').Collector, file: string) => Promise<void>} run */
const withCollector = async (run) => {
  const folder = await mkdtemp(join(tmpdir(), 'aparte-bench-'))
  try {
    const file = join(folder, 'store.duckdb')
    const collector = await createCollector({ file, log: console.error })
    await run(collector, file)
    await collector.close()
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const benchSizes = () =>
  withCollector(async ({ url }) => {
    print([
      'in a batch',
      'batches/s',
      'events/s',
      'µs/batch',
      'µs/event',
      'per core',
      'median ms',
      'p99 ms',
    ])
    for (const perBatch of [1, 5, 25, 100]) {
      await measure(url, { perBatch, maxEvents: 200 * perBatch, maxSeconds: 5 }) // code is compiled
      const load = { perBatch, maxEvents: Math.min(200_000, 20_000 * perBatch), maxSeconds: 20 }
      const { batches, events, refused, ms, cpuUs, medianMs, p99Ms } = await measure(url, load)
      const perCore = (events / cpuUs) * MILLION
      const round = Math.round
      print([
        perBatch,
        round(batches / (ms / 1000)),
        round(events / (ms / 1000)),
        round(cpuUs / batches),
        (cpuUs / events).toFixed(1),
        round(perCore),
        round(medianMs),
        `${round(p99Ms)}${refused ? ` (${refused} sent again)` : ''}`,
      ])
    }
    console.log(
      `per core: durable events for each second of processor time; the target is ${TARGET}`,
    )
  })

/** @param {number} count @param {number} minutes */
const benchMillions = (count, minutes) =>
  withCollector(async ({ url, query }, file) => {
    const until = performance.now() + minutes * 60_000
    print(['stored', 'RSS MB', 'DuckDB MB', 'µs/event', 'events/s', 'p99 ms', 'file MB'])
    for (let sent = 0; sent < count && performance.now() < until;) {
      const maxEvents = Math.min(MILLION, count - sent)
      const maxSeconds = (until - performance.now()) / 1000
      const { events, ms, cpuUs, p99Ms } = await measure(url, {
        perBatch: 100,
        maxEvents,
        maxSeconds,
      })
      sent += events
      const [row] = await query('select count(*) as n from events')
      if (row?.n !== sent)
        throw new Error(`${sent} events were answered, ${Number(row?.n)} are stored.`)
      const [used] = await query('select sum(memory_usage_bytes) as bytes from duckdb_memory()')
      print([
        sent,
        Math.round(process.memoryUsage().rss / 1e6),
        Math.round(Number(used?.bytes) / 1e6),
        (cpuUs / events).toFixed(1),
        Math.round(events / (ms / 1000)),
        Math.round(p99Ms),
        Math.round((await stat(file)).size / 1e6),
      ])
    }
  })

console.log(`node ${process.version}, ${cpus().length} cores`)
if (values.events) await benchMillions(Number(values.events), Number(values.minutes))
else await benchSizes()
