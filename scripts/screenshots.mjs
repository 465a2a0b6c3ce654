/**
 * Writes the pictures of README and documents to `docs/`: the dashboard, and the share bar in its states. Run
 * `npm run screenshots` after a change that shows; `-- --bar` for those of the bar alone, and `-- --bar FOLDER` for what is looked
 * at and not kept: wide, zoomed, printed, in forced colours, with long names. The bar needs `npm run build` before.
 */
import { mkdirSync } from 'node:fs'
import { chromium } from 'playwright'
import { MORE_SHOTS, SHOTS } from './screenshots/barShots.mjs'
import { shootBar } from './screenshots/shootBar.mjs'
import { shootDashboard } from './screenshots/shootDashboard.mjs'
import { readBrowsers } from './setup/readBrowsers.mjs'
import { root } from './setup/root.mjs'

const [flag, folder] = process.argv.slice(2)
const docs = `${root}docs/`
mkdirSync(folder ?? docs, { recursive: true })
const { engines } = await readBrowsers()
const engine = engines.find(({ name }) => name === 'chromium')
const browser = await chromium.launch(
  engine && 'executable' in engine && engine.executable
    ? { executablePath: engine.executable }
    : {},
)
try {
  if (flag !== '--bar') await shootDashboard(browser, docs)
  await (folder ? shootBar(browser, MORE_SHOTS, `${folder}/`) : shootBar(browser, SHOTS, docs))
} finally {
  await browser.close()
}
