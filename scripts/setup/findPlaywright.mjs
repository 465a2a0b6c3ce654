import { existsSync } from 'node:fs'

/**
 * Finds the build of an engine that Playwright has downloaded for itself.
 *
 * @param {import('./engine.mjs').EngineName} name
 * @returns {Promise<import('./engine.mjs').Engine>}
 */
export async function findPlaywright(name) {
  const missing = { name, missing: 'not downloaded by Playwright' }
  // Only now: this runs after the packages were installed, and the file must load before.
  const playwright = await import('playwright').catch(() => undefined)
  if (playwright === undefined) return { name, missing: 'Playwright is not installed' }
  const executable = playwright[name].executablePath()
  if (!existsSync(executable)) return missing
  // Its WebKit and Firefox have no --version that works everywhere; the folder is named after the build.
  const build = /-(\d+)[\\/]/.exec(executable.slice(executable.lastIndexOf(`${name}-`)))?.[1]
  return { name, how: 'playwright', executable, version: `build ${build ?? 'unknown'}` }
}
