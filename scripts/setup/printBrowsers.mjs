import { isFound } from './engine.mjs'

/**
 * Prints one line per engine, and one for the tools that are missing.
 *
 * @param {{ engines: import('./engine.mjs').Engine[], missingTools: string[] }} browsers
 */
export function printBrowsers({ engines, missingTools }) {
  for (const engine of engines) {
    const name = engine.name.padEnd(10)
    console.log(
      isFound(engine)
        ? `  ${name}${engine.version}  (${engine.how}, ${engine.executable})`
        : `  ${name}missing: ${engine.missing}`,
    )
  }
  if (missingTools.length > 0) console.log(`  missing programs: ${missingTools.join(', ')}`)
}
