/**
 * How long `detect` and `isDamaged` take on what was written to slow them down, at growing lengths. `npx vitest run
 * --project bench test/bench/detect.test.ts`; no part of `npm test`.
 *
 * Linear means that 8 kB take about eight times as long as 1 kB: a quadratic pattern would take 64 times. Times are the
 * least of several runs, because whatever else the machine does only adds. What is longer than the limit is not looked at.
 */
import { expect, test } from 'vitest'
import { detect } from '../../src/url/detect.js'
import { isDamaged } from '../../src/url/isDamaged.js'
import { HOSTILE_URLS, hostileUrl } from '../corpus/hostileUrls.js'

const RUNS = 5
const LENGTHS = [1024, 2048, 4096, 8192, 1_000_000]

const leastMs = (run: () => unknown): number => {
  let least = Infinity
  for (let i = 0; i < RUNS; i++) {
    const start = performance.now()
    run()
    least = Math.min(least, performance.now() - start)
  }
  return least
}

test.each([
  ['detect', detect],
  ['isDamaged', isDamaged],
])('%s takes a time that grows as the URL does', (name, search) => {
  const rows = HOSTILE_URLS.map((label) => ({
    label,
    times: LENGTHS.map((length) => leastMs(() => search(hostileUrl(label, length)))),
  }))
  const cells = rows.map(({ label, times }) => [
    label.padEnd(30),
    ...times.map((ms) => ms.toFixed(3).padStart(9)),
    ((times[3] ?? 0) / (times[0] ?? 1)).toFixed(1).padStart(7),
  ])
  const heads = [name.padEnd(30), ...LENGTHS.map((length) => `${length}`.padStart(9)), ' 8k:1k']
  console.info([heads, ...cells].map((line) => line.join(' ')).join('\n'))
  expect(cells).toHaveLength(rows.length)
})
