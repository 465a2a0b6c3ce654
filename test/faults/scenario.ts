import type { Engine } from '../browser/drivers/engine.js'
import type { Mode, Stand } from './openStand.js'

/** One trouble, and what may come of it. */
export interface Scenario {
  name: string
  /** Default both. What `granted` keeps for the next visit, `cookieless` loses with the page: no pass mark there. */
  modes?: readonly Mode[]
  /** Takes long: runs a quarter as often. */
  isDear?: true
  /** How often an event may arrive again, on average, that the collector had. Default never. */
  maxRepeats?: number
  /** What `lost` events in the store have to add up to, for each run. Default 0. */
  told?: number
  /** More attributes of the script tag. */
  attributes?: Record<string, string>
  /** Why an engine cannot do it; undefined where it can. */
  cannot?: (engine: Engine) => string | undefined
  /** Makes the trouble `count` times. Afterwards, where storage is allowed, a later visit may bring what is missing. */
  run: (stand: Stand, count: number) => Promise<void>
}

/** Does something `count` times, four at a time where the driver can follow more than one window. */
export async function runTogether(
  { engine }: Stand,
  count: number,
  run: (n: number) => Promise<void>,
): Promise<void> {
  let next = 0
  const work = async (): Promise<void> => {
    while (next < count) await run(next++)
  }
  await Promise.all(Array.from({ length: engine.name === 'webkit' ? 1 : 4 }, work))
}

/** Does something `count` times in groups, and `finish` after each: the outbox of a browser holds 200 events. */
export async function runInGroups(
  stand: Stand,
  count: number,
  { run, finish }: Record<'run' | 'finish', () => Promise<void>>,
): Promise<void> {
  for (let left = count; left > 0; left -= 40) {
    await runTogether(stand, Math.min(left, 40), run)
    await finish()
  }
}
