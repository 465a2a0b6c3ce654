import { expect, it } from 'vitest'
import { runPreviewsOn } from '../bench/runPreviewsOn.js'
import { writeLog } from '../bench/writeLog.js'

it('reads a log of several times the memory that it may use, and keeps nothing but tokens', async () => {
  // A token that kept the text it was cut from would need more than all of the log.
  const log = writeLog(30_000_000)
  const { report, peakMegabytes } = await runPreviewsOn(log.bytes, ['--max-old-space-size=16'])
  expect(report.previews).toHaveLength(log.tokens())
  expect(report).toMatchObject({ malformed: 0, cut: 0 })
  console.info(`30 MB of log: ${peakMegabytes.toFixed(0)} MB of memory`)
})
