import { isFound } from './engine.mjs'
import { findChromeDriver } from './findChromeDriver.mjs'
import { findExecutable } from './findExecutable.mjs'
import { findPlaywright } from './findPlaywright.mjs'
import { findWebKit } from './findWebKit.mjs'

/**
 * Looks for the three engines without installing anything: environment variable, then the paths of the distribution, then
 * Playwright's own downloads.
 *
 * @returns {Promise<import('./engine.mjs').Engine[]>} Chromium, Firefox, WebKit, in this order
 */
export async function findEngines() {
  const engines = await Promise.all([
    findExecutable('chromium', 'APARTE_CHROMIUM', [
      '/usr/bin/chromium',
      '/usr/bin/google-chrome',
    ]).then(findChromeDriver),
    findExecutable('firefox', 'APARTE_FIREFOX', ['/usr/bin/firefox-esr']),
    findWebKit(),
  ])
  return Promise.all(
    engines.map(async (engine) => {
      if (isFound(engine) || engine.isNamed) return engine
      const own = await findPlaywright(engine.name)
      return isFound(own) ? own : { ...engine, missing: `${engine.missing}; ${own.missing}` }
    }),
  )
}
