/**
 * How fast `aparte previews` reads a long log, and how much memory it takes: `npm run bench:previews`; no part of `npm test`. The
 * log is written while it is read. Memory is flat where the last row takes little more than the one before it; what it takes
 * more is for tokens.
 */
import { expect, test } from 'vitest'
import { runPreviewsOn } from './runPreviewsOn.js'
import { writeLog } from './writeLog.js'

const MEGABYTE = 1_000_000
const SIZES = [10, 100, 1000]

test('a log of 1 GB', async () => {
  const rows = ['     MB      lines   tokens   MB/s   MB/s of CPU   peak RSS MB']
  for (const size of SIZES) {
    const log = writeLog(size * MEGABYTE)
    const start = performance.now()
    const { report, peakMegabytes, cpuMs } = await runPreviewsOn(log.bytes)
    const seconds = (performance.now() - start) / 1000
    expect(report.previews).toHaveLength(log.tokens())
    const cells = [size, report.lines, log.tokens(), size / seconds, size / (cpuMs / 1000)]
    const widths = [7, 11, 9, 7, 14]
    const row = cells.map((cell, i) => cell.toFixed(0).padStart(widths[i] ?? 0))
    rows.push(`${row.join('')}${peakMegabytes.toFixed(0).padStart(14)}`)
  }
  console.info(rows.join('\n'))
})
