/** What is kept where no design can keep everything: two curves over time, without a pass mark. */
import { setTimeout as waitMs } from 'node:timers/promises'
import type { Engine } from '../browser/drivers/engine.js'
import { createKillable } from './createKillable.js'
import { openStand, type Stand } from './openStand.js'
import type { Row } from './writeRows.js'

const DELAYS_S = [0, 1, 2.5, 5, 10]
const EVENTS = 5
const SETTLE_MS = 3000

async function readRow(stand: Stand, scenario: string, runs: number): Promise<Row> {
  const { sent, stored } = await stand.read()
  const { mode, engine, front } = stand
  const verdict = 'no pass mark'
  return {
    scenario,
    mode,
    engine: engine.name,
    runs,
    sent,
    stored,
    repeats: front.readRepeats().all,
    verdict,
  }
}

/** Kills the browser so many seconds after a write, while the server is down, and counts what a later visit brings. */
export function runKills(
  name: 'chromium' | 'firefox',
  executable: string,
  count: number,
): Promise<Row[]> {
  const runKill = async (delayS: number): Promise<Row> => {
    const engine = await createKillable(name, executable)
    const stand = await openStand(engine, 'granted')
    try {
      for (let n = 0; n < count; n++) {
        stand.proxy.setDown(true)
        const page = await stand.open()
        const kill = await engine.aim()
        await stand.track(page, EVENTS)
        // The time is what is measured.
        await waitMs(delayS * 1000)
        await kill()
        stand.proxy.setDown(false)
        await stand.visit()
      }
      return await readRow(stand, `SIGKILL ${delayS} s after the write`, count)
    } finally {
      await stand.close()
      await engine.close()
    }
  }
  return Promise.all(DELAYS_S.map(runKill))
}

/** Denies storage while the server is down for so many seconds; the reader leaves 4 s after the write. */
export function runDenials(engine: Engine, count: number): Promise<Row[]> {
  const runDenial = async (downS: number): Promise<Row> => {
    const stand = await openStand(engine, 'granted')
    try {
      for (let n = 0; n < count; n++) {
        stand.proxy.setDown(true)
        const page = await stand.open('denied')
        await stand.track(page, EVENTS)
        const leaves = waitMs(4000)
        const back = waitMs(downS * 1000).then(() => stand.proxy.setDown(false))
        await leaves
        await page.close()
        await back
        // What is under way now is not to be cut by the next time that the server is down.
        await waitMs(SETTLE_MS)
      }
      return await readRow(stand, `storage denied, server down for ${downS} s of 4`, count)
    } finally {
      await stand.close()
    }
  }
  return Promise.all(DELAYS_S.map(runDenial))
}
