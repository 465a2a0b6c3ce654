import { mkdirSync, writeFileSync } from 'node:fs'
import { isFound } from './engine.mjs'
import { findEngines } from './findEngines.mjs'
import { findMissingTools } from './findMissingTools.mjs'
import { installWithApt } from './installWithApt.mjs'
import { installWithPlaywright } from './installWithPlaywright.mjs'
import { root } from './root.mjs'

/**
 * Finds the three engines, installs what is missing where it may, and writes the result to `.cache/browsers.json`, from
 * which the browser tests take it.
 *
 * The order serves a bare Debian container and a laptop alike. What is there already wins: environment variable,
 * distribution, Playwright's own. Then, where this user is root and has apt, apt goes first: it brings the browsers that
 * readers have, together with the system libraries that Playwright's builds would lack there. Everywhere else, and
 * where apt did not help, Playwright downloads its own builds, the usual way on a laptop.
 *
 * @returns {Promise<{ engines: import('./engine.mjs').Engine[], missingTools: string[] }>}
 */
export async function findBrowsers() {
  let engines = await findEngines()
  const findWanted = () =>
    engines.filter((engine) => !isFound(engine) && !engine.isNamed).map(({ name }) => name)
  // Debian's Chromium has a driver of the same version. Elsewhere the few tests that need one are skipped.
  const isDriverless = engines.some(
    (engine) => isFound(engine) && engine.executable === '/usr/bin/chromium' && !engine.driver,
  )
  if (findWanted().length > 0 || findMissingTools().length > 0 || isDriverless) {
    if (await installWithApt()) engines = await findEngines()
  }
  // A display cannot come from Playwright: only an engine is a reason to ask it.
  const wanted = findWanted()
  if (wanted.length > 0 && (await installWithPlaywright(wanted))) engines = await findEngines()

  const found = { engines, missingTools: findMissingTools() }
  mkdirSync(`${root}.cache`, { recursive: true })
  writeFileSync(`${root}.cache/browsers.json`, `${JSON.stringify(found, null, 2)}\n`)
  return found
}
