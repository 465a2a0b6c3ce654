import { rmSync } from 'node:fs'
import { npm } from '../setup/npm.mjs'
import { root } from '../setup/root.mjs'
import { readCounts } from './readCounts.mjs'

/**
 * Runs one stage, its output visible.
 *
 * @param {import('./stages.mjs').Stage} stage
 * @returns {Promise<import('./readCounts.mjs').Counts>}
 */
export async function runStage({ name, script, isVitest }) {
  if (!isVitest) {
    const { code } = await npm(['run', '--silent', script])
    return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
  }
  const report = `.cache/vitest-${name}.json`
  // A report of yesterday must not stand in for a run that did not come to write one.
  rmSync(root + report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { code } = await npm(['run', '--silent', script, '--', ...reporters])
  return readCounts(root + report, code === 0)
}
