import { readBrowsers } from '../../scripts/setup/readBrowsers.mjs'
import type { Engine } from './drivers/engine.js'
import { startPlaywright } from './drivers/startPlaywright.js'
import { startWebKit } from './drivers/startWebKit.js'

const { engines, missingTools } = await readBrowsers()

/** What starts an engine that setup has looked for; a text says why it cannot be started. */
export function findStart(found: (typeof engines)[number]): (() => Promise<Engine>) | string {
  if ('missing' in found) return found.missing
  if (missingTools.length > 0) return `missing programs: ${missingTools.join(', ')}`
  const { name, how, executable, driver } = found
  if (how === 'playwright') return () => startPlaywright(name)
  if (name !== 'webkit') return () => startPlaywright(name, executable)
  if (driver === undefined) return 'no WebKitWebDriver'
  return () => startWebKit({ driver, browser: executable })
}
