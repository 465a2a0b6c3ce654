import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readBrowsers } from '../../scripts/setup/readBrowsers.mjs'
import { withBlock } from '../../scripts/sizes/withBlock.mjs'
import type { Engine } from '../browser/drivers/engine.js'
import { answering } from './answering.js'
import { runDenials, runKills } from './curves.js'
import { dead } from './dead.js'
import { findTough } from './findTough.js'
import { leaving } from './leaving.js'
import { runScenario } from './runScenario.js'
import type { Scenario } from './scenario.js'
import { writeResults } from './writeResults.js'
import { writeRows, type Row } from './writeRows.js'

/** What to run. */
export interface FaultOptions {
  /** How often each scenario runs; dear ones a quarter of it. */
  count: number
  /** Text in the name of an engine; empty for all. */
  engine?: string
  /** Text in the name of a scenario; empty for all, and for the curves. */
  scenario?: string
  /** Where each row is added as a line of JSON. */
  file?: string | undefined
  /** A Markdown file that gets the table of all rows in `file`, between its marks `<!-- faults -->`. */
  document?: string | undefined
  /** Whether only what is fast runs, in one mode. */
  isQuick?: boolean
}

const BOTH = ['granted', 'cookieless'] as const

/** Declares a test for every scenario, mode and engine, which prints its table at the end. */
export async function declareFaults(options: FaultOptions): Promise<void> {
  const { count, engine: engineText = '', scenario: text = '', file, document } = options
  const { isQuick = false } = options
  const { engines } = await readBrowsers()
  const rows: Row[] = []
  const note = (version: string, row: Row): void => {
    rows.push(row)
    const day = new Date().toISOString().slice(0, 10)
    if (file !== undefined) appendFileSync(file, `${JSON.stringify({ ...row, version, day })}\n`)
  }
  // Most of a run is waiting.
  const declare = isQuick ? test.concurrent : test
  const isWanted = ({ name, isDear }: Scenario): boolean =>
    name.includes(text) && !(isQuick && isDear)
  const modesOf = ({ modes = BOTH }: Scenario): typeof modes =>
    isQuick ? modes.slice(0, 1) : modes

  for (const found of engines.filter(({ name }) => name.includes(engineText))) {
    const start = findTough(found)
    describe(`every event arrives once, ${found.name}`, () => {
      if (typeof start === 'string') {
        if (process.env['CI']) test('runs', () => expect.unreachable(start))
        else test.skip(`is not run: ${start}`, () => undefined)
        return
      }
      let engine: Engine
      beforeAll(async () => {
        engine = await start()
      })
      afterAll(() => engine.close())
      for (const scenario of [...leaving, ...answering, dead].filter(isWanted)) {
        for (const mode of modesOf(scenario)) {
          declare(`${scenario.name}, ${mode}`, async () => {
            const wanted = scenario.isDear ? Math.ceil(count / 4) : count
            const times = Math.min(wanted, scenario.maxRuns ?? wanted)
            const row = await runScenario(engine, mode, { scenario, count: times })
            note(engine.version, row)
            expect(row.verdict).toMatch(/^(passed|not run)/)
          })
        }
      }
      if (isQuick || !'curves'.includes(text)) return
      const times = Math.ceil(count / 20)
      test('how much a killed browser keeps', async () => {
        const { name, version } = engine
        const scenario = 'SIGKILL after the write'
        if (!('executable' in found) || name === 'webkit' || found.how === 'playwright') {
          const verdict = 'not run: its driver keeps no profile on the disk'
          note(version, { scenario, mode: 'granted', engine: name, runs: 0, verdict })
          return
        }
        for (const row of await runKills(name, found.executable, times)) note(version, row)
      })
      test('how much is kept without storage while the server is down', async () => {
        for (const row of await runDenials(engine, times)) note(engine.version, row)
      })
    })
  }

  afterAll(() => {
    if (file !== undefined && document !== undefined) {
      const all = readFileSync(file, 'utf8').trim().split('\n')
      const table = writeResults(all.map((line) => JSON.parse(line) as Row)) // written above
      writeFileSync(document, withBlock(readFileSync(document, 'utf8'), 'faults', table))
    }
    console.log(`\n${writeRows(rows)}`)
  })
}
