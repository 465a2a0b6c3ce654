import { existsSync, readFileSync } from 'node:fs'

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * Reads how many tests a vitest run has counted. A run that failed without a failing test (a file that does not load, an
 * error outside every test, no test at all) counts as one failure.
 *
 * @param {string} path the file of vitest's JSON reporter
 * @param {boolean} isPassed whether vitest ended with code 0
 * @returns {Counts}
 */
export function readCounts(path, isPassed) {
  if (!existsSync(path)) return { passed: 0, failed: 1, skipped: 0 }
  const report = JSON.parse(readFileSync(path, 'utf8'))
  const failed = Number(report.numFailedTests)
  return {
    passed: Number(report.numPassedTests),
    failed: isPassed ? failed : Math.max(failed, 1),
    skipped: Number(report.numPendingTests) + Number(report.numTodoTests),
  }
}
