/** Scenarios of readers who leave. */
import { waitFor } from '../browser/waitFor.js'
import { killProcesses } from './killProcesses.js'
import { demandAll, hear, runInGroups, runTogether, type Scenario } from './scenario.js'

// A page that is left hears no answer, so what it sent then is sent once more by a later visit: known, and dropped by id. A
// visit that is left at once hears none either; the next one repeats it after 15 s, which a busy machine makes of less.
const UNHEARD = 3

// Not a tab behind another one: drivers keep every page visible. Everything that looks at visibility sees the same.
const setVisibility = (state: 'hidden' | 'visible'): void => {
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state })
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
}

/** Readers who leave, hide, or come back. */
export const leaving: readonly Scenario[] = [
  {
    name: 'plain navigation',
    run: (stand, count) =>
      runTogether(stand, count, async () => {
        const page = await stand.open()
        await stand.track(page)
        await demandAll(stand)
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
      runTogether(stand, count, async () => {
        const page = await stand.open()
        await stand.track(page)
        await stand.leave(page)
        await page.close()
      }),
  },
  {
    name: 'close at once',
    maxRepeats: UNHEARD,
    run: (stand, count) =>
      runTogether(stand, count, async () => {
        const page = await stand.open()
        await stand.track(page)
        await page.close()
      }),
  },
  {
    name: 'hide and show',
    run: (stand, count) =>
      runTogether(stand, count, async () => {
        const page = await stand.open()
        await stand.track(page)
        await page.evaluate(setVisibility, 'hidden')
        await stand.track(page)
        await page.evaluate(setVisibility, 'visible')
        await demandAll(stand)
        await hear(page)
        await page.close()
      }),
  },
  {
    name: 'back/forward cache',
    isDear: true,
    maxRepeats: UNHEARD,
    run: async (stand, count) => {
      let kept = 0
      await runTogether(stand, count, async () => {
        const page = await stand.open()
        await page.evaluate(() => {
          window.isKept = true
        })
        await stand.track(page)
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
        await stand.track(page)
        await demandAll(stand)
        await page.close()
      })
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
        run: async () => {
          stand.proxy.setDown(true)
          const page = await stand.open()
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
        await stand.track(page)
        const before = stand.front.arrived.length
        await page.evaluate(() => window.tracker.flush())
        if (stand.front.arrived.length > before) throw new Error('the line was not down')
        stand.proxy.setDown(false)
        await demandAll(stand)
        await hear(page)
        await page.close()
      }
    },
  },
  {
    name: 'two tabs racing',
    isDear: true,
    modes: ['granted'],
    maxRepeats: UNHEARD,
    run: async (stand, count) => {
      for (let n = 0; n < count; n++) {
        stand.front.setFault(() => ({ status: 500 }))
        const tabs = [await stand.open(), await stand.open()]
        for (const tab of tabs) await stand.track(tab)
        for (const tab of tabs) await tab.evaluate(() => window.tracker.flush())
        stand.front.setFault(undefined)
        for (const tab of tabs) {
          await tab.evaluate(() => {
            dispatchEvent(new Event('online'))
          })
        }
        await demandAll(stand)
        for (const tab of tabs) await tab.close()
      }
    },
  },
  {
    name: 'crash of the page',
    isDear: true,
    modes: ['granted'],
    maxRepeats: UNHEARD,
    run: async (stand, count) => {
      for (let n = 0; n < count; n++) {
        const page = await stand.open()
        await stand.track(page)
        if ((await killProcesses(stand.engine.display, 'pages')) === 0)
          throw new Error('there was no process to kill')
        await page.close().catch(() => undefined)
      }
    },
  },
]
