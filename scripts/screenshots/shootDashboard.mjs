import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCollector } from '../../examples/collector/createCollector.js'
import { createDashboard } from '../../examples/dashboard/createDashboard.js'
import { makeDay } from './makeDay.mjs'
import { makePreviews } from './makePreviews.mjs'

/**
 * Writes pictures of the dashboard over a day of shares in a real collector to a folder, light and dark.
 *
 * @param {import('playwright').Browser} browser
 * @param {string} docs with a slash at its end
 */
export async function shootDashboard(browser, docs) {
  const folder = mkdtempSync(join(tmpdir(), 'aparte-'))
  const collector = await createCollector({ file: join(folder, 'day.duckdb'), log: () => {} })
  const dashboard = await createDashboard({ collector: collector.url })
  try {
    const events = makeDay(Date.now())
    for (let first = 0; first < events.length; first += 100) {
      const some = events.slice(first, first + 100)
      const batch = { v: 1, site: 'journal.example', sentAt: Date.now(), events: some }
      const reply = await fetch(`${collector.url}/collect`, {
        method: 'POST',
        body: JSON.stringify(batch),
      })
      const { stored } = await reply.json()
      if (stored !== some.length)
        throw new Error(`the collector stored ${stored} of ${some.length}`)
    }
    const previews = JSON.stringify({ previews: makePreviews(events) })
    await fetch(`${collector.url}/api/previews`, { method: 'POST', body: previews })
    for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
      const page = await browser.newPage({ colorScheme, viewport: { width: 1200, height: 1000 } })
      await page.goto(dashboard.url)
      await page.getByText('/harbour/last-crossing').first().waitFor()
      await page.screenshot({ path: `${docs}dashboard-${colorScheme}.png` })
      console.log(`${docs}dashboard-${colorScheme}.png`)
      await page.close()
    }
  } finally {
    await dashboard.close()
    await collector.close()
    rmSync(folder, { recursive: true })
  }
}
