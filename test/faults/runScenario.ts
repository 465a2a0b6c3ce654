import type { Engine } from '../browser/drivers/engine.js'
import { openStand, type Mode, type Outcome } from './openStand.js'
import type { Scenario } from './scenario.js'
import type { Row } from './writeRows.js'

/** Most of a run is waiting. A machine that others use carries fewer at a time. */
const STANDS = Number(process.env['APARTE_FAULTS_STANDS'] ?? 4)

type Result = Outcome & { repeats: number; early: number; given: number }

async function runOnStand(
  engine: Engine,
  mode: Mode,
  { scenario, count }: { scenario: Scenario; count: number },
): Promise<Result> {
  const stand = await openStand(engine, mode, scenario.attributes)
  try {
    await scenario.run(stand, count)
    await stand.recover()
    await stand.waitForAll()
    const { front } = stand
    const { all, early } = front.readRepeats()
    return { ...(await stand.read()), repeats: all, early, given: front.readGiven() }
  } finally {
    await stand.close()
  }
}

/** Runs a scenario `count` times in one engine and mode, on several stands at a time, and judges what is stored. */
export async function runScenario(
  engine: Engine,
  mode: Mode,
  { scenario, count }: { scenario: Scenario; count: number },
): Promise<Row> {
  const head = { scenario: scenario.name, mode, engine: engine.name }
  const reason = scenario.cannot?.(engine)
  if (reason !== undefined) return { ...head, runs: 0, verdict: `not run: ${reason}` }
  const stands = scenario.isAlone ? 1 : Math.min(STANDS, count)
  const counts = Array.from({ length: stands }, (_, n) => Math.floor((count + n) / stands))
  const ended = await Promise.allSettled(
    counts.map((part) => runOnStand(engine, mode, { scenario, count: part })),
  )
  const failed = ended.find(({ status }) => status === 'rejected')
  if (failed?.status === 'rejected')
    // A driver adds its log in further lines.
    return { ...head, runs: count, verdict: `FAILED: ${String(failed.reason).split('\n', 1)[0]}` }
  const results = ended.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  const add = (key: keyof Result): number => results.reduce((sum, one) => sum + one[key], 0)
  const [sent, stored, repeats, told, left] = [
    add('sent'),
    add('stored'),
    add('repeats'),
    add('told'),
    add('left'),
  ]
  const maxRepeats = scenario.maxRepeats?.[mode]
  const hasTooMany =
    maxRepeats === undefined ? add('early') > 0 : repeats > maxRepeats * add('given')
  const faults = [
    stored < sent && 'LOST',
    add('doubled') > 0 && 'DOUBLED',
    hasTooMany && 'TOO MANY REPEATS',
    told !== (scenario.told ?? 0) * count && `LOSSES TOLD: ${told}`,
    left > 0 && `LEFT IN THE BROWSER: ${left}`,
  ].filter(Boolean)
  return { ...head, runs: count, sent, stored, repeats, verdict: faults.join(', ') || 'passed' }
}
