/**
 * `npm test`: installs what is missing, runs every stage, ends with the line `N passed, N failed`.
 * `npm test -- unit browser` runs some stages only.
 */
import { checkNode } from './setup/checkNode.mjs'

checkNode()
const { mkdirSync } = await import('node:fs')
const { buildIfStale } = await import('./setup/buildIfStale.mjs')
const { isFound } = await import('./setup/engine.mjs')
const { findBrowsers } = await import('./setup/findBrowsers.mjs')
const { installPackages } = await import('./setup/installPackages.mjs')
const { printBrowsers } = await import('./setup/printBrowsers.mjs')
const { root } = await import('./setup/root.mjs')
const { parseNames } = await import('./test/parseNames.mjs')
const { printSummary } = await import('./test/printSummary.mjs')
const { runStage } = await import('./test/runStage.mjs')

const parsed = parseNames(process.argv.slice(2))
if (typeof parsed === 'string') {
  console.error(parsed)
  process.exit(1)
}
const { wanted, isCi } = parsed
// Tools colour their output in CI even where it goes to a file.
if (!process.stdout.isTTY && process.env['FORCE_COLOR'] === undefined) process.env['NO_COLOR'] = '1'
// Long browser tests run in one engine here, and in every engine by `npm run test:browser`.
process.env['APARTE_QUICK'] ??= '1'
mkdirSync(`${root}.cache`, { recursive: true })

/** @type {import('./test/printSummary.mjs').Result[]} */
const results = []

/**
 * @param {string} name
 * @param {() => Promise<import('./test/readCounts.mjs').Counts & { note?: string }>} work
 */
async function stage(name, work) {
  console.log(`\n== ${name} ==`)
  const startedAt = performance.now()
  const result = await work()
  const seconds = (performance.now() - startedAt) / 1000
  console.log(`== ${name}: ${result.failed > 0 ? 'FAILED' : 'done'} in ${seconds.toFixed(1)} s`)
  results.push({ name, seconds, ...result })
  return result.failed === 0
}

const PASSED = { passed: 1, failed: 0, skipped: 0 }
const FAILED = { passed: 0, failed: 1, skipped: 0 }

/** @type {Awaited<ReturnType<typeof findBrowsers>> | undefined} */
let browsers

async function checkBrowsers() {
  browsers = await findBrowsers()
  printBrowsers(browsers)
  const engines = browsers.engines.filter((engine) => !isFound(engine))
  const missing = [...engines.map(({ name }) => name), ...browsers.missingTools]
  if (missing.length === 0) return PASSED
  const note = `missing: ${missing.join(', ')}`
  return isCi
    ? { ...FAILED, note: `FAILED 1, ${note}` }
    : { passed: 0, failed: 0, skipped: 1, note: `SKIPPED in part, ${note}` }
}

async function runWanted() {
  if (!(await stage('packages', async () => ((await installPackages()) ? PASSED : FAILED)))) return
  if (wanted.some(({ name }) => name === 'browser')) await stage('browsers', checkBrowsers)
  let isBuilt = wanted.some(({ name }) => name === 'build')
  if (!isBuilt && wanted.some(({ needsBuild }) => needsBuild)) {
    isBuilt = await stage('build', async () => ((await buildIfStale()) ? PASSED : FAILED))
  }
  for (const one of wanted) {
    if (one.needsBuild && !isBuilt) {
      results.push({ name: one.name, seconds: 0, ...FAILED, note: 'FAILED 1, not run: no build' })
      continue
    }
    const isPassed = await stage(one.name, () => runStage(one))
    if (one.name === 'build') isBuilt = isPassed
  }
}

await runWanted()
printSummary(results)
if (browsers !== undefined) {
  console.log('\nbrowser engines')
  printBrowsers(browsers)
}
/** @param {'passed' | 'failed' | 'skipped'} key */
const sum = (key) => results.reduce((total, result) => total + result[key], 0)
const skipped = sum('skipped')
if (sum('failed') > 0) process.exitCode = 1
console.log(
  `\n${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
)
