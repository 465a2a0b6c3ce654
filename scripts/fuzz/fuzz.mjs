import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'

/**
 * Something that reads foreign input. `open` makes it ready; `run` takes one input, and throws where it does what it must not.
 *
 * @typedef {object} Target
 * @property {string} name
 * @property {number} weight its part of all runs
 * @property {number} [maxRunMs] 1000 by default
 * @property {fc.Arbitrary<unknown>} inputs
 * @property {() => Promise<{ run: (input: any) => unknown, close?: () => unknown }>} open
 */

/**
 * What came of one target.
 *
 * @typedef {object} Outcome
 * @property {number} runs
 * @property {number} seconds
 * @property {number} slowestMs of one run, without the making of its input
 * @property {number} heapBefore MB, after a collection; the same for `heapAfter`
 * @property {number} heapAfter
 * @property {string[]} faults
 */

/** What may be left behind of any number of runs: what V8 has compiled meanwhile, and its own statistics. */
const MAX_GROWTH_MB = 16
/** Runs before the heap is looked at for the first time, and the size of the portions. */
const PORTION = 20_000

setFlagsFromString('--expose_gc')
const collectGarbage = /** @type {() => void} */ (runInNewContext('gc'))

const readHeap = () => {
  collectGarbage()
  return process.memoryUsage().heapUsed / 1e6
}

/**
 * Runs a target so many times. The first input that breaks it is shrunk to a small one, and ends it.
 *
 * @param {Target} target
 * @param {number} runs
 * @param {number} seed
 * @returns {Promise<Outcome>}
 */
export async function fuzz({ inputs, open, maxRunMs = 1000 }, runs, seed) {
  const { run, close } = await open()
  let slowestMs = 0
  let slowest = ''
  const time = async (/** @type {unknown} */ input) => {
    const from = performance.now()
    await run(input)
    return performance.now() - from
  }
  const property = fc.asyncProperty(inputs, async (input) => {
    let tookMs = await time(input)
    // A machine that does other things may have taken the time: the fastest of several counts.
    for (let again = 0; again < 4 && tookMs > maxRunMs; again++)
      tookMs = Math.min(tookMs, await time(input))
    if (tookMs <= slowestMs) return
    slowestMs = tookMs
    slowest = fc.stringify(input).slice(0, 500)
  })
  /** @type {string[]} */
  const faults = []
  let done = 0
  let heapBefore = 0
  const from = performance.now()
  // In portions: fast-check keeps something of every run until its end.
  for (let portion = 0; done < runs && faults.length === 0; portion++) {
    const numRuns = Math.min(PORTION, runs - done)
    const { failed, errorInstance, counterexample } = await fc.check(property, {
      numRuns,
      seed: seed + portion,
    })
    done += numRuns
    if (failed) faults.push(`${String(errorInstance)}\n  for ${fc.stringify(counterexample)}`)
    heapBefore ||= readHeap()
  }
  const seconds = (performance.now() - from) / 1000
  const heapAfter = readHeap()
  if (slowestMs > maxRunMs) faults.push(`one run took ${slowestMs.toFixed(0)} ms: ${slowest}`)
  if (heapAfter - heapBefore > MAX_GROWTH_MB)
    faults.push(`the heap grew by ${(heapAfter - heapBefore).toFixed(1)} MB`)
  await close?.()
  return { runs: done, seconds, slowestMs, heapBefore, heapAfter, faults }
}
