import { appendFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readBrowsers } from '../../scripts/setup/readBrowsers.mjs'
import type { Engine } from '../browser/drivers/engine.js'
import { findStart } from '../browser/findStart.js'
import { answering } from './answering.js'
import { runDenials, runKills } from './curves.js'
import { leaving } from './leaving.js'
import { runScenario } from './runScenario.js'
import type { Scenario } from './scenario.js'
import { writeRows, type Row } from './writeRows.js'

/** What to run. */
export interface FaultOptions {
  /** How often each scenario runs; dear ones a quarter of it. */
  count: number
  /** Text in the name of an engine; empty for all. */
  engine?: string
  /** Text in the name of a scenario; empty for all, and for the curves. */
  scenario?: string
  /** Where the table goes besides the output; while it runs, the rows as JSON. */
  file?: string | undefined
  /** Whether only what is fast runs, in one mode. */
  isQuick?: boolean
}

const BOTH = ['granted', 'cookieless'] as const

/** Declares a test for every scenario, mode and engine, which prints its table at the end. */
export async function declareFaults(options: FaultOptions): Promise<void> {
  const { count, engine: engineText = '', scenario: text = '', file, isQuick = false } = options
  const { engines } = await readBrowsers()
  const rows: Row[] = []
  if (file !== undefined) writeFileSync(file, '')
  const note = (row: Row): void => {
    rows.push(row)
    if (file !== undefined) appendFileSync(file, `${JSON.stringify(row)}\n`)
  }
  const isWanted = ({ name, isDear }: Scenario): boolean =>
    name.includes(text) && !(isQuick && isDear)
  const modesOf = ({ modes = BOTH }: Scenario): typeof modes =>
    isQuick ? modes.slice(0, 1) : modes

  for (const found of engines.filter(({ name }) => name.includes(engineText))) {
    const start = findStart(found)
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
      for (const scenario of [...leaving, ...answering].filter(isWanted)) {
        for (const mode of modesOf(scenario)) {
          test(`${scenario.name}, ${mode}`, async () => {
            const times = scenario.isDear ? Math.ceil(count / 4) : count
            const row = await runScenario(engine, mode, { scenario, count: times })
            note(row)
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
          note({ scenario, mode: 'granted', engine: `${name} ${version}`, runs: 0, verdict })
          return
        }
        for (const row of await runKills(name, found.executable, times)) note(row)
      })
      test('how much is kept without storage while the server is down', async () => {
        for (const row of await runDenials(engine, times)) note(row)
      })
    })
  }

  afterAll(() => {
    if (file !== undefined) writeFileSync(file, `${writeRows(rows)}\n`)
    console.log(`\n${writeRows(rows)}`)
  })
}
