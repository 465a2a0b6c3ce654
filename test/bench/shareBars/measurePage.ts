import type { Browser } from 'playwright'

/** What one load of a page cost. */
export interface Load {
  /** Time of the main thread for scripts, styles and layout, in ms. */
  taskMs: number
}

const METRICS = new Set(['ScriptDuration', 'RecalcStyleDuration', 'LayoutDuration'])

/** Loads a page in a new profile, waits until `ready` matches and the page is idle, and reads what it cost. */
export async function measurePage(browser: Browser, url: string, ready: string): Promise<Load> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable')
  await page.goto(url)
  if (ready !== '') await page.waitForSelector(ready, { state: 'attached' })
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        requestIdleCallback(resolve)
      }),
  )
  const { metrics } = await session.send('Performance.getMetrics')
  await context.close()
  const seconds = metrics
    .filter(({ name }) => METRICS.has(name))
    .reduce((sum, { value }) => sum + value, 0)
  return { taskMs: seconds * 1000 }
}
