import { createRequire } from 'node:module'
import path from 'node:path'
import { run } from './run.mjs'

/** A download that works takes a minute or two; without internet it fails by itself, behind some proxies it hangs. */
const LIMIT_MS = 5 * 60_000

/**
 * Has Playwright download its own builds of the engines named.
 *
 * @param {import('./engine.mjs').EngineName[]} names
 * @returns {Promise<boolean>} false where the download failed; what it said has been shown
 */
export async function installWithPlaywright(names) {
  console.log(`Browsers: playwright install ${names.join(' ')}`)
  const folder = path.dirname(createRequire(import.meta.url).resolve('playwright/package.json'))
  const { code, timedOut } = await run(
    process.execPath,
    [path.join(folder, 'cli.js'), 'install', ...names],
    { timeoutMs: LIMIT_MS, env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' } },
  )
  if (code !== 0) {
    console.error(
      timedOut
        ? `Browsers: Playwright's download did not end within ${LIMIT_MS / 60_000} minutes.`
        : "Browsers: Playwright's download failed.",
    )
  }
  return code === 0
}
