/** What happens to the page right after it has made its events, and what the reader does later. */
import { setTimeout as wait } from 'node:timers/promises'
import type { BrowserContext, CDPSession, Page } from 'playwright'
import type { LatencyProxy } from '../../proxy/createLatencyProxy.js'

/** What a scenario may do. */
export interface Steps {
  context: BrowserContext
  proxy: LatencyProxy
  /** Opens the page of the contestant, and waits until its tracker is ready. */
  visit: () => Promise<Page>
  /** Makes the next events in this page, in one task; `then` is an address to leave for in the same task. */
  track: (page: Page, then?: string) => Promise<void>
  /** Waits until everything has arrived, or nothing more has for so long. */
  settle: (quietMs: number) => Promise<void>
}

/** A scenario: what happens until the reader has gone. The later visit is the same for all. */
export interface Scenario {
  name: string
  run: (steps: Steps) => Promise<void>
}

// A tracker that tries again at once has done so by then.
const NOTICED_MS = 3_000

// The answer is a little longer under way than what it answers.
const HEARD_MS = 1_000
// A tracker that waits until it has something to send together has sent it by then.
const STAYED_MS = 12_000

const crash = async (context: BrowserContext, page: Page): Promise<void> => {
  const session: CDPSession = await context.newCDPSession(page)
  const crashed = page.waitForEvent('crash')
  session.send('Page.crash').catch(() => undefined) // its answer died with the page
  await crashed
}

/** In the order of the table. */
export const SCENARIOS: readonly Scenario[] = [
  {
    // Nothing happens: who does not get all of them here is not understood by the receiver, and its other cells say nothing.
    name: 'stay',
    run: async ({ visit, track, settle }) => {
      const page = await visit()
      await track(page)
      await settle(STAYED_MS)
      await wait(HEARD_MS)
      await page.close()
    },
  },
  {
    name: 'navigate away',
    run: async ({ visit, track, settle }) => {
      const page = await visit()
      await track(page, '/away')
      await page.waitForURL('**/away')
      await settle(NOTICED_MS)
    },
  },
  {
    name: 'close',
    run: async ({ visit, track, settle }) => {
      const page = await visit()
      await track(page)
      await page.close()
      await settle(NOTICED_MS)
    },
  },
  {
    name: 'collector down',
    run: async ({ visit, track, settle, proxy }) => {
      const page = await visit()
      proxy.setDown(true)
      await track(page)
      await settle(NOTICED_MS)
      await page.close()
    },
  },
  {
    name: 'two tabs, down',
    run: async ({ visit, track, settle, proxy }) => {
      const pages = [await visit(), await visit()]
      proxy.setDown(true)
      for (const page of pages) await track(page)
      await settle(NOTICED_MS)
      for (const page of pages) await page.close()
    },
  },
  {
    name: 'crash',
    run: async ({ context, visit, track, settle }) => {
      const page = await visit()
      await track(page)
      await crash(context, page)
      await settle(NOTICED_MS)
      await page.close()
    },
  },
]
