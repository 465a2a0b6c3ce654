/** Scenarios of readers who leave. */
import { waitFor } from '../browser/waitFor.js'
import type { Page } from '../browser/drivers/engine.js'
import { findProcesses } from './findProcesses.js'
import { hear } from './hear.js'
import { openAndHear } from './openAndHear.js'
import { runInGroups } from './runInGroups.js'
import { setVisibility } from './setVisibility.js'
import { demandAll, runTogether, UNHEARD, type Scenario } from './scenario.js'

/** How many pages crash at a time. */
const CRASHES = 10

/** Readers who leave, hide, or come back. */
export const leaving: readonly Scenario[] = [
  {
    name: 'plain navigation',
    run: (stand, count) =>
      runTogether(stand, count, async () => {
        const page = await stand.open()
        await demandAll(stand, await stand.track(page))
        await hear(page)
        await stand.leave(page)
        await hear(page)
        await page.close()
      }),
  },
  {
    name: 'navigate away at once',
    maxRepeats: UNHEARD,
    run: (stand, count) =>
      runInGroups(stand, count, {
        open: () => openAndHear(stand),
        leave: async (page) => {
          await stand.track(page)
          await stand.leave(page)
          await page.close()
        },
        finish: stand.recover,
      }),
  },
  {
    name: 'close at once',
    maxRepeats: UNHEARD,
    run: (stand, count) =>
      runInGroups(stand, count, {
        open: () => openAndHear(stand),
        leave: async (page) => {
          await stand.track(page)
          await page.close()
        },
        finish: stand.recover,
      }),
  },
  {
    name: 'hide and show',
    run: (stand, count) =>
      runTogether(stand, count, async () => {
        const page = await stand.open()
        const before = await stand.track(page)
        await page.evaluate(setVisibility, 'hidden')
        const after = await stand.track(page)
        await page.evaluate(setVisibility, 'visible')
        await demandAll(stand, [...before, ...after])
        await hear(page)
        await page.close()
      }),
  },
  {
    name: 'back/forward cache',
    isDear: true,
    // What was sent in leaving is sent again by the page that comes back: it may never have left.
    maxRepeats: { granted: 1, cookieless: 1 },
    run: async (stand, count) => {
      let kept = 0
      const run = async (): Promise<void> => {
        // Firefox keeps no page that still waits for an answer.
        const page = await openAndHear(stand)
        await page.evaluate(() => {
          window.isKept = true
        })
        const before = await stand.track(page)
        await stand.leave(page)
        await page.evaluate(() => {
          setTimeout(() => history.back())
        })
        await waitFor('the first page', () =>
          page.evaluate(() => location.pathname === '/page').catch(() => false),
        )
        await waitFor('the tracker', () =>
          page.evaluate(() => 'tracker' in window).catch(() => false),
        )
        if (await page.evaluate(() => window.isKept === true)) kept++
        await demandAll(stand, [...before, ...(await stand.track(page))])
        await hear(page)
        await page.close()
      }
      await runTogether(stand, count, run)
      // Browsers may give a page up when memory is short, but not every one.
      if (kept === 0) throw new Error('no page came back from the back/forward cache')
    },
  },
  {
    name: 'offline, then the next visit',
    isDear: true,
    modes: ['granted'],
    run: async (stand, count) => {
      await runInGroups(stand, count, {
        open: () => {
          stand.proxy.setDown(true)
          return stand.open()
        },
        leave: async (page) => {
          await stand.track(page)
          await page.close()
        },
        finish: async () => {
          stand.proxy.setDown(false)
          await stand.recover()
        },
      })
    },
  },
  {
    name: 'offline, then back',
    isDear: true,
    run: async (stand, count) => {
      for (let n = 0; n < count; n++) {
        stand.proxy.setDown(true)
        const page = await stand.open()
        const keys = await stand.track(page)
        const before = stand.front.arrived.length
        await page.evaluate(() => window.tracker.flush())
        if (stand.front.arrived.length > before) throw new Error('the line was not down')
        stand.proxy.setDown(false)
        await demandAll(stand, keys)
        await hear(page)
        await page.close()
      }
    },
  },
  {
    // After a failure, requests go without keepalive, and die with the page.
    name: 'leave while a retry is under way',
    isDear: true,
    maxRepeats: { granted: 2, cookieless: 1 },
    run: async (stand, count) => {
      for (let n = 0; n < count; n++) {
        stand.proxy.setDown(true)
        const page = await stand.open()
        const keys = await stand.track(page)
        await page.evaluate(() => window.tracker.flush())
        stand.proxy.setDown(false)
        await page.evaluate(() => {
          dispatchEvent(new Event('online'))
        })
        await page.close()
        // Before the line goes down again.
        if (stand.mode === 'cookieless') await stand.waitForAll(keys, 10_000)
      }
    },
  },
  {
    name: 'two tabs racing',
    isDear: true,
    modes: ['granted'],
    run: async (stand, count) => {
      for (let n = 0; n < count; n++) {
        stand.front.setFault(() => ({ status: 500 }))
        const tabs = [await stand.open(), await stand.open()]
        const keys: string[] = []
        for (const tab of tabs) keys.push(...(await stand.track(tab)))
        for (const tab of tabs) await tab.evaluate(() => window.tracker.flush())
        stand.front.setFault(undefined)
        await Promise.all(
          tabs.map((tab) =>
            tab.evaluate(() => {
              dispatchEvent(new Event('online'))
            }),
          ),
        )
        await demandAll(stand, keys)
        for (const tab of tabs) {
          await hear(tab)
          await tab.close()
        }
      }
    },
  },
  {
    name: 'crash of the page',
    isDear: true,
    isAlone: true,
    modes: ['granted'],
    // WebKitWebDriver ends the session with the page, and the profile with the session.
    cannot: ({ name }) => (name === 'webkit' ? 'its driver ends with the page' : undefined),
    maxRepeats: UNHEARD,
    run: async (stand, count) => {
      for (let left = count; left > 0; left -= CRASHES) {
        const opened: Page[] = []
        while (opened.length < Math.min(left, CRASHES)) opened.push(await stand.open())
        const kill = await findProcesses(stand.engine.display, 'pages')
        await Promise.all(opened.map((page) => stand.track(page)))
        if (kill() === 0) throw new Error('there was no process to kill')
        for (const page of opened) await page.close().catch(() => undefined)
        await stand.recover()
      }
    },
  },
]
