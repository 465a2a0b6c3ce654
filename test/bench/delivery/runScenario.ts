/** One contestant in one scenario: a profile, a receiver and a slow line of their own. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, Page } from 'playwright'
import { createLatencyProxy } from '../../proxy/createLatencyProxy.js'
import type { Contestant } from './contestants.js'
import { createReceiver } from './createReceiver.js'
import type { Scenario } from './scenarios.js'
import type { Result } from './writeDeliveryTable.js'

declare global {
  interface Window {
    benchTrack: Promise<(marker: string) => void>
  }
}

const EVENTS = 6
// The reader comes back after so long; a tab that has died is known as dead by then.
const AWAY_MS = 20_000
const LATER_QUIET_MS = 12_000

/** Runs it once. `site` serves the pages. `unknown` is what the receiver could not place. */
export async function runScenario(
  { browser, site }: { browser: Browser; site: string },
  contestant: Contestant,
  scenario: Scenario,
): Promise<Result & { unknown: string[] }> {
  const receiver = await createReceiver()
  const proxy = await createLatencyProxy({ port: receiver.port })
  const context = await browser.newContext()
  context.setDefaultTimeout(300_000) // a busy machine is no result
  let sent = 0

  const visit = async (): Promise<Page> => {
    const page = await context.newPage()
    const options = encodeURIComponent(JSON.stringify(contestant.options))
    await page.goto(`${site}/${contestant.page}?endpoint=${proxy.url}&options=${options}`)
    await page.evaluate(async () => void (await window.benchTrack))
    return page
  }
  const track = async (page: Page, then?: string): Promise<void> => {
    const markers = Array.from({ length: EVENTS }, () => `marker-${sent++}`)
    await page.evaluate(
      async ([list, href]) => {
        const send = await window.benchTrack
        for (const marker of list) send(marker)
        if (href) location.href = href
      },
      [markers, then] as const,
    )
  }
  const settle = async (quietMs: number): Promise<void> => {
    const begunAt = performance.now()
    const isQuiet = (): boolean =>
      performance.now() - Math.max(begunAt, receiver.readLastAt()) > quietMs
    while (receiver.arrived.size < sent && !isQuiet()) await wait(100)
  }

  try {
    await scenario.run({ context, proxy, visit, track, settle })
    const atOnce = receiver.arrived.size
    proxy.setDown(false)
    await wait(AWAY_MS)
    const later = await visit()
    // Some send what they kept together with the next event, and a visit has one. It is not counted.
    await later.evaluate(async () => (await window.benchTrack)('later'))
    await settle(LATER_QUIET_MS)
    await wait(2_000) // repeats that come with it
    const total = [...receiver.arrived.values()].reduce((sum, count) => sum + count, 0)
    const atLast = receiver.arrived.size
    return { sent, atOnce, atLast, repeats: total - atLast, unknown: [...receiver.unknown] }
  } finally {
    await context.close()
    await proxy.close()
    await receiver.close()
  }
}
