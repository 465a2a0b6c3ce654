import { existsSync } from 'node:fs'
import { isFound } from './engine.mjs'
import { readVersion } from './readVersion.mjs'

const VARIABLE = 'APARTE_CHROMIUM_DRIVER'

/**
 * Adds the WebDriver of Chromium to what was found of it, where there is one of the same major version: another one refuses
 * to drive it. It does what Playwright cannot: prerendering.
 *
 * @param {import('./engine.mjs').Engine} engine
 * @returns {Promise<import('./engine.mjs').Engine>}
 */
export async function findChromeDriver(engine) {
  if (!isFound(engine) || engine.name !== 'chromium') return engine
  const driver = process.env[VARIABLE] || '/usr/bin/chromedriver'
  const version = existsSync(driver) ? await readVersion(driver) : undefined
  return version?.split('.')[0] === engine.version.split('.')[0] ? { ...engine, driver } : engine
}
