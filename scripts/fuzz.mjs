/**
 * `npm run fuzz`: throws made-up input at everything that reads foreign input, ten million times. Needs `npm run build`.
 *
 * `-- --runs 10000000` sets how many runs there are over all targets, `--target NAME` chooses one, `--seed NUMBER` repeats a run.
 * Ends with 1 where something threw, took longer than a second, or kept memory.
 */
import { parseArgs } from 'node:util'

/**
 * @param {string} message
 * @returns {never}
 */
function refuse(message) {
  console.error(`npm run fuzz: ${message}`)
  process.exit(1)
}

/** @returns {{ runs: number, target: string | undefined, seed: number }} */
function readOptions() {
  const {
    runs = '10000000',
    target,
    seed = String(Date.now() % 2 ** 31),
  } = parseArgs({
    options: { runs: { type: 'string' }, target: { type: 'string' }, seed: { type: 'string' } },
  }).values
  if (!/^[1-9]\d{0,9}$/.test(runs)) refuse(`--runs got ${runs}, wanted a number above 0.`)
  if (!/^\d{1,10}$/.test(seed)) refuse(`--seed got ${seed}, wanted a number.`)
  return { runs: Number(runs), target, seed: Number(seed) }
}

try {
  const { runs, target, seed } = readOptions()
  const { fuzz } = await import('./fuzz/fuzz.mjs')
  const { targets } = await import('./fuzz/targets.mjs')
  const chosen = targets.filter(({ name }) => target === undefined || name === target)
  const names = targets.map(({ name }) => name)
  if (chosen.length === 0) refuse(`--target got ${target}, wanted ${names.join(', ')}.`)
  const weights = chosen.reduce((sum, { weight }) => sum + weight, 0)
  console.log(`seed ${seed}`)
  console.log('target               runs   runs/s  slowest ms  heap MB before, after')
  for (const one of chosen) {
    const row = await fuzz(one, Math.ceil((runs * one.weight) / weights), seed)
    const heap = `${row.heapBefore.toFixed(1)}, ${row.heapAfter.toFixed(1)}`
    console.log(
      one.name.padEnd(18),
      String(row.runs).padStart(9),
      String(Math.round(row.runs / row.seconds)).padStart(8),
      row.slowestMs.toFixed(1).padStart(11),
      ` ${heap}`,
    )
    for (const fault of row.faults) console.error(`${one.name}: ${fault}`)
    if (row.faults.length > 0) process.exitCode = 1
  }
} catch (cause) {
  console.error(cause instanceof Error ? cause.message : cause)
  process.exitCode = 1
}
