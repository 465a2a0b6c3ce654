import { existsSync } from 'node:fs'
import { findMiniBrowsers } from './findMiniBrowsers.mjs'
import { readVersion } from './readVersion.mjs'

/**
 * Finds WebKitGTK: its driver and its test browser, by `APARTE_WEBKIT_DRIVER` and `APARTE_WEBKIT` or where Debian puts
 * them.
 *
 * @returns {Promise<import('./engine.mjs').Engine>}
 */
export async function findWebKit() {
  const name = 'webkit'
  const namedDriver = process.env['APARTE_WEBKIT_DRIVER']
  const driver = namedDriver || '/usr/bin/WebKitWebDriver'
  const executable = process.env['APARTE_WEBKIT'] || findMiniBrowsers()[0]
  /** @type {{ isNamed?: true }} */
  const named = namedDriver || process.env['APARTE_WEBKIT'] ? { isNamed: true } : {}
  if (!existsSync(driver)) return { name, missing: `no WebKitWebDriver at ${driver}`, ...named }
  if (executable === undefined || !existsSync(executable)) {
    const missing = `no MiniBrowser at ${executable ?? '/usr/lib/*/webkit2gtk-*'}`
    return { name, missing, ...named }
  }
  // The driver prints no version, and the browser only where it has a display; the package manager is the last to ask.
  const version =
    (process.env['DISPLAY'] ? await readVersion(executable) : undefined) ??
    (await readVersion('xvfb-run', ['-a', executable, '--version'])) ??
    (await readVersion('dpkg-query', ['-W', '-f', '${Version}', 'webkit2gtk-driver']))
  return version === undefined
    ? { name, missing: `${executable} does not run`, ...named }
    : { name, how: named.isNamed ? 'environment' : 'system', executable, driver, version }
}
