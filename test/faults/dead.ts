/** A server that fails for five minutes, while readers go on making events, hide the page and come back to it. */
import { setTimeout as waitMs } from 'node:timers/promises'
import { setVisibility } from './setVisibility.js'
import type { Scenario } from './scenario.js'

const FIVE_MINUTES_MS = 300_000
const PAUSE_MS = 15_000
const MAX_REQUESTS = 9

const mostInFiveMinutes = (timesMs: readonly number[]): number =>
  Math.max(
    ...timesMs.map(
      (fromMs) =>
        timesMs.filter((atMs) => atMs >= fromMs && atMs < fromMs + FIVE_MINUTES_MS).length,
    ),
  )

/** Fewer than ten requests in five minutes, from each tab. */
export const dead: Scenario = {
  name: 'a dead server for five minutes',
  isDear: true,
  // Five pages on each stand: their events have room in one outbox.
  maxRuns: 20,
  // Tabs take over each other's events while they wait for longer than 15 s, so two may send one at the end.
  maxRepeats: { granted: 1 },
  run: async (stand, count) => {
    stand.front.setFault(() => ({ status: 500 }))
    const pages = []
    while (pages.length < count) pages.push(await stand.open('counted'))
    const until = performance.now() + FIVE_MINUTES_MS
    while (performance.now() < until) {
      for (const page of pages) {
        // Without storage, what waits when the page is left after nine requests is lost: no pass mark there.
        if (stand.mode === 'granted') await stand.track(page, 1)
        else await page.evaluate(() => window.tracker.convert('waits'))
        await page.evaluate(setVisibility, 'hidden')
        await page.evaluate(setVisibility, 'visible')
      }
      // The time is what is measured.
      await waitMs(PAUSE_MS)
    }
    const requests: number[] = []
    for (const page of pages)
      requests.push(mostInFiveMinutes(await page.evaluate(() => window.requests ?? [])))
    if (stand.front.arrived.length === 0) throw new Error('no request arrived')
    if (requests.some((made) => !(made > 0 && made <= MAX_REQUESTS)))
      throw new Error(`${requests.join(', ')} requests in five minutes`)
    console.info(`${stand.engine.name}, ${stand.mode}: ${requests.join(', ')} requests`)
    stand.front.setFault(undefined)
    for (const page of pages) await page.close()
  },
}
