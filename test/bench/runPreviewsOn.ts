import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { PreviewReport } from '../../src/server/createPreviewReader.js'

/** What the command said, and what it cost. */
export interface PreviewRun {
  report: PreviewReport
  /** The most memory that it had at a time. */
  peakMegabytes: number
  /** The processor's time, start of Node included. */
  cpuMs: number
}

const MEASURE = `process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  process.stderr.write('\\ncost ' + JSON.stringify([maxRSS, userCPUTime + systemCPUTime]) + '\\n')
})`

/** Runs the built `aparte previews --json` on a log that comes by its standard input. */
export async function runPreviewsOn(
  log: AsyncIterable<Uint8Array>,
  nodeFlags: readonly string[] = [],
): Promise<PreviewRun> {
  const flags = [...nodeFlags, '--import', `data:text/javascript,${encodeURIComponent(MEASURE)}`]
  const child = spawn(process.execPath, [...flags, 'dist/cli/main.js', 'previews', '--json'])
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk) => (out += String(chunk)))
  child.stderr.on('data', (chunk) => (err += String(chunk)))
  const closed = once(child, 'close')
  // Where it has died, what it said tells more than the broken pipe does.
  await pipeline(Readable.from(log), child.stdin).catch(() => undefined)
  const [code] = await closed
  const cost = /\ncost (.+)\n/.exec(err)?.[1]
  if (code !== 0 || !cost) throw new Error(`aparte previews ended with ${code}: ${err}`)
  const [peakKilobytes = 0, cpuUs = 0] = JSON.parse(cost) as number[] // as it is written above
  return {
    report: JSON.parse(out) as PreviewReport,
    peakMegabytes: peakKilobytes / 1024,
    cpuMs: cpuUs / 1000,
  }
}
