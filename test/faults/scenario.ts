import type { Engine, Page } from '../browser/drivers/engine.js'
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

/** Demands that everything sent so far arrives while its pages are open. */
export async function demandAll({ waitForAll }: Stand): Promise<void> {
  if (!(await waitForAll())) throw new Error('the events did not arrive while the page was open')
}

/**
 * Waits until a page has counted its view, which it does when it is idle, and has heard the answer to all it sent: what arrived is
 * stored before the page knows, and a page that is left before repeats it at a later visit.
 */
export const hear = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await new Promise<void>((resolve) => {
      window.tracker.on('view', () => resolve())
    })
    await window.tracker.flush()
  })

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
