import { existsSync, readFileSync } from 'node:fs'
import { findEngines } from './findEngines.mjs'
import { findMissingTools } from './findMissingTools.mjs'
import { root } from './root.mjs'

/**
 * The browsers for a test: what setup has found, or, where a test file is run by itself, what is there now. Installs
 * nothing.
 *
 * @returns {Promise<{ engines: import('./engine.mjs').Engine[], missingTools: string[] }>}
 */
export async function readBrowsers() {
  const path = `${root}.cache/browsers.json`
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8'))
  return { engines: await findEngines(), missingTools: findMissingTools() }
}
