import type { Engine } from '../browser/drivers/engine.js'
import { openStand, type Mode } from './openStand.js'
import type { Scenario } from './scenario.js'
import type { Row } from './writeRows.js'

/** Runs a scenario `count` times in one engine and mode, and judges what is stored. */
export async function runScenario(
  engine: Engine,
  mode: Mode,
  { scenario, count }: { scenario: Scenario; count: number },
): Promise<Row> {
  const head = { scenario: scenario.name, mode, engine: engine.name }
  const reason = scenario.cannot?.(engine)
  if (reason !== undefined) return { ...head, runs: 0, verdict: `not run: ${reason}` }
  const stand = await openStand(engine, mode, scenario.attributes)
  try {
    await scenario.run(stand, count)
    if (mode === 'granted') await stand.recover()
    else await stand.waitForAll()
    const { sent, stored, doubled, told } = await stand.read()
    const repeats = stand.front.readRepeats()
    const faults = [
      stored < sent && 'LOST',
      doubled > 0 && 'DOUBLED',
      repeats > (scenario.maxRepeats ?? 0) * stand.front.readGiven() && 'TOO MANY REPEATS',
      told !== (scenario.told ?? 0) * count && `LOSSES TOLD: ${told}`,
    ].filter(Boolean)
    return { ...head, runs: count, sent, stored, repeats, verdict: faults.join(', ') || 'passed' }
  } catch (cause) {
    return { ...head, runs: count, verdict: `FAILED: ${String(cause)}` }
  } finally {
    await stand.close()
  }
}
