/**
 * Writes the pictures of the README to `docs/`: the dashboard over a day of shares in a real collector, light and dark.
 * Run `npm run screenshots` after a change that shows.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { createCollector } from '../examples/collector/createCollector.js'
import { createDashboard } from '../examples/dashboard/createDashboard.js'
import { makeDay } from './screenshots/makeDay.mjs'
import { readBrowsers } from './setup/readBrowsers.mjs'
import { root } from './setup/root.mjs'

const { engines } = await readBrowsers()
const engine = engines.find(({ name }) => name === 'chromium')
const folder = mkdtempSync(join(tmpdir(), 'aparte-'))
const collector = await createCollector({ file: join(folder, 'day.duckdb'), log: () => {} })
const dashboard = await createDashboard({ collector: collector.url })
const browser = await chromium.launch(
  engine && 'executable' in engine && engine.executable
    ? { executablePath: engine.executable }
    : {},
)
try {
  const events = makeDay(Date.now())
  const body = JSON.stringify({ v: 1, site: 'journal.example', sentAt: Date.now(), events })
  const reply = await fetch(`${collector.url}/collect`, { method: 'POST', body })
  const { stored } = await reply.json()
  if (stored !== events.length)
    throw new Error(`the collector stored ${stored} of ${events.length}`)
  mkdirSync(`${root}docs`, { recursive: true })
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    const page = await browser.newPage({ colorScheme, viewport: { width: 1200, height: 1000 } })
    await page.goto(dashboard.url)
    await page.getByText('/harbour/last-crossing').first().waitFor()
    await page.screenshot({ path: `${root}docs/dashboard-${colorScheme}.png` })
    console.log(`docs/dashboard-${colorScheme}.png`)
    await page.close()
  }
} finally {
  await browser.close()
  await dashboard.close()
  await collector.close()
  rmSync(folder, { recursive: true })
}
