/**
 * What arrives of six events, of aparté, of five peers and of what every browser has, over a slow line: `npm run
 * bench:delivery`, no part of `npm test`. Writes its table into `README.md`.
 *
 * Every contestant in every scenario has a browser profile, a receiver and a line of its own: a proxy that hands bytes on after 120
 * ms and drops those of connections that the browser cuts. The contestants take turns within a round, several at a time.
 * All of them are bundled from npm; nothing is loaded from elsewhere, and what they would ask their servers for, the local
 * receiver answers. A later visit, twenty seconds after, is the last chance of what was kept.
 *
 * It needs the machine for itself: where others use it, pages leave so slowly that nothing is under way any more, and
 * everybody looks good. The load of the machine stands below the table.
 *
 * `APARTE_BENCH_ROUNDS=5` sets how often all of it is done, `APARTE_BENCH_LANES=12` how many run at a time, and
 * `APARTE_BENCH_ONLY=Segment` picks contestants by name, and then leaves the document alone.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'
import { expect, onTestFinished, test } from 'vitest'
import { withBlock } from '../../scripts/sizes/withBlock.mjs'
import { readBrowsers } from '../../scripts/setup/readBrowsers.mjs'
import { CONTESTANTS } from './delivery/contestants.js'
import { openSite } from './delivery/openSite.js'
import { runScenario } from './delivery/runScenario.js'
import { SCENARIOS } from './delivery/scenarios.js'
import { writeDeliveryTable, type Result } from './delivery/writeDeliveryTable.js'

const ROUNDS = Number(process.env['APARTE_BENCH_ROUNDS'] ?? 5)
const LANES = Number(process.env['APARTE_BENCH_LANES'] ?? 12)
const ONLY = process.env['APARTE_BENCH_ONLY'] ?? ''
const peers = fileURLToPath(new URL('peers/', import.meta.url))
const document = fileURLToPath(new URL('../../README.md', import.meta.url))

const versionOf = (name: string): string => {
  const { version } = JSON.parse(
    readFileSync(`${peers}node_modules/${name}/package.json`, 'utf8'),
  ) as { version: string }
  return `${name} ${version}`
}

test('events arrive, or not', async () => {
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: peers })
  const [loadBefore = 0] = loadavg()
  const contestants = CONTESTANTS.filter(({ name }) => name.includes(ONLY))
  const site = await openSite([...new Set(contestants.map(({ page }) => page))])
  onTestFinished(site.close)
  const { engines } = await readBrowsers()
  const found = engines.find(({ name }) => name === 'chromium')
  if (!found || 'missing' in found) throw new Error('needs Chromium')
  const executable = found.how === 'playwright' ? {} : { executablePath: found.executable }
  const browser = await chromium.launch(executable)
  onTestFinished(() => browser.close())

  const results = contestants.map(() =>
    SCENARIOS.map((): Result => ({ sent: 0, atOnce: 0, atLast: 0, repeats: 0 })),
  )
  const turns = Array.from({ length: ROUNDS }, () =>
    SCENARIOS.flatMap((scenario, column) =>
      contestants.map((contestant, row) => ({ scenario, column, contestant, row })),
    ),
  ).flat()
  const failures: string[] = []
  const lane = async (): Promise<void> => {
    for (let turn = turns.shift(); turn; turn = turns.shift()) {
      const { scenario, column, contestant, row } = turn
      const what = `${contestant.name}, ${scenario.name}`
      const one = await runScenario({ browser, site: site.url }, contestant, scenario).catch(
        (cause: unknown) => void failures.push(`${what}: ${String(cause)}`),
      )
      if (!one) continue
      console.info(`${what}: ${one.atOnce} → ${one.atLast}/${one.sent}`, ...one.unknown)
      const sum = results[row]?.[column]
      if (!sum) throw new Error('no such place in the table')
      for (const key of ['sent', 'atOnce', 'atLast', 'repeats'] as const) sum[key] += one[key]
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))

  const rows = contestants.map((contestant, row) => [contestant, results[row] ?? []] as const)
  const table = writeDeliveryTable(
    SCENARIOS.map(({ name }) => name),
    rows,
  )
  const packages = [...new Set(contestants.flatMap((contestant) => contestant.package ?? []))]
  const note =
    `Chromium ${browser.version()}, ${new Date().toISOString().slice(0, 10)}, ${ROUNDS} rounds, ${cpus().length} cores ` +
    `under a load of ${loadBefore.toFixed(1)} before and ${(loadavg()[0] ?? 0).toFixed(1)} after; ` +
    `${packages.map(versionOf).join(', ')}.`
  console.info(`${table}\n\n${note}`)
  if (!ONLY) {
    const text = readFileSync(document, 'utf8')
    writeFileSync(document, withBlock(text, 'delivery', `${table}\n\n${note}`))
  }
  // Those are in no cell: a turn that did not run says nothing about a tracker.
  expect(failures).toEqual([])
})
