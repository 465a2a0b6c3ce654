/**
 * One row of the summary. `note` says what the numbers do not.
 *
 * @typedef {import('./readCounts.mjs').Counts & { name: string, seconds: number, note?: string }} Result
 */

/** @param {Result} result */
function describe({ passed, failed, skipped, note }) {
  if (note !== undefined) return note
  const parts = [failed > 0 ? `FAILED ${failed}` : '', passed > 0 ? `passed ${passed}` : '']
  if (skipped > 0) parts.push(`skipped ${skipped}`)
  return parts.filter((part) => part !== '').join(', ')
}

/**
 * Prints a table of the stages.
 *
 * @param {Result[]} results
 */
export function printSummary(results) {
  console.log('\nstage         seconds  result')
  for (const result of results) {
    const seconds = result.seconds.toFixed(1).padStart(7)
    console.log(`${result.name.padEnd(13)} ${seconds}  ${describe(result)}`)
  }
}
