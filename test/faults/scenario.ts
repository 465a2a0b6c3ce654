import type { Engine } from '../browser/drivers/engine.js'
import type { Mode, Stand } from './openStand.js'

/** One trouble, and what may come of it. */
export interface Scenario {
  name: string
  /** Default both. What `granted` keeps for the next visit, `cookieless` loses with the page: no pass mark there. */
  modes?: readonly Mode[]
  /** Takes long: runs a quarter as often. */
  isDear?: true
  /** More runs say nothing more. */
  maxRuns?: number
  /** Touches the whole browser, so it runs on one stand instead of several at a time. */
  isAlone?: true
  /**
   * How often an event may arrive again, on average, that the collector had. Default never within 15 s: after that another tab takes an
   * event for left behind, which on a machine that is busy enough happens to one whose answer is still under way.
   */
  maxRepeats?: Partial<Record<Mode, number>>
  /** What `lost` events in the store have to add up to, for each run. Default 0. */
  told?: number
  /** More attributes of the script tag. */
  attributes?: Record<string, string>
  /** Why an engine cannot do it; undefined where it can. */
  cannot?: (engine: Engine) => string | undefined
  /** Makes the trouble `count` times. Afterwards, where storage is allowed, a later visit may bring what is missing. */
  run: (stand: Stand, count: number) => Promise<void>
}

/**
 * A page that is left hears no answer, so what it sent then waits in storage, and a later visit sends it once more: known, and
 * dropped by id. Without storage nobody can.
 */
export const UNHEARD: Partial<Record<Mode, number>> = { granted: 1 }

/** Demands that these events arrive without a later visit. */
export async function demandAll({ waitForAll }: Stand, keys: readonly string[]): Promise<void> {
  if (!(await waitForAll(keys))) throw new Error('the events did not arrive without a later visit')
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
