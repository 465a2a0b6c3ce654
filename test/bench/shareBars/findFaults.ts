import type { Browser } from 'playwright'

/** What axe-core says of a page: the rule, and how many elements break it. */
export interface Fault {
  id: string
  impact: string
  count: number
}

interface AxeResults {
  violations: { id: string; impact?: string; nodes: unknown[] }[]
}

/** Runs axe-core, all of its rules but those of best practice, on a page once `ready` matches. */
export async function findFaults(
  browser: Browser,
  url: string,
  { axe, ready }: { axe: string; ready: string },
): Promise<Fault[]> {
  const page = await browser.newPage()
  await page.goto(url)
  await page.waitForSelector(ready, { state: 'attached' })
  await page.evaluate(axe)
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })`,
  )
  await page.close()
  return violations.map(({ id, impact = '', nodes }) => ({ id, impact, count: nodes.length }))
}
