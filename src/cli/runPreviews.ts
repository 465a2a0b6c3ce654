import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createPreviewReader, type PreviewReport } from '../server/createPreviewReader.js'
import { openLog } from './openLog.js'
import { readPreviewWords } from './readPreviewWords.js'
import { writeJson, writeTable } from './writePreviews.js'

const USAGE = `Usage: aparte previews [--json] [--param NAME] [FILE ...]

Reads access logs, as files or from standard input, plain or gzip, and tells for each share which preview bot fetched it first:
where a copied link was passed on. A preview tells of no reader, and nothing of readers is written.

  --json        writes JSON, as a collector imports it
  --param NAME  the parameter that carries the tokens, where it is not dks

Logs: common and combined of nginx and Apache, JSON (nginx, Caddy, Traefik ...), AWS load balancers, CloudFront, IIS.
Ends with 0, with 1 where a log cannot be read or is none, with 2 for wrong usage.
`

/** Where the command writes to, and whether somebody sits at its input. */
export interface Terminal {
  out: Writable
  err: Writable
  isTyped: boolean
}

/** Runs `aparte previews` and gives its exit code. What it found goes to `out`, what is to be said of it to `err`. */
export async function runPreviews(words: readonly string[], terminal: Terminal): Promise<number> {
  const { out, err, isTyped } = terminal
  const say = (sentence: string): void => void err.write(`aparte previews: ${sentence}\n`)
  const read = readPreviewWords(words)
  if (!read.ok) {
    say(read.why)
    err.write(USAGE)
    return 2
  }
  if (read.help) return write(out, [USAGE])
  if (isTyped && read.files.includes('-')) {
    err.write(USAGE)
    return 2
  }
  const reader = createPreviewReader({ param: read.param })
  try {
    for (const file of read.files) {
      for await (const bytes of openLog(file)) reader.write(bytes)
      reader.end()
    }
  } catch (cause) {
    say(cause instanceof Error ? cause.message : String(cause))
    return 1
  }
  const report = reader.report()
  await write(out, read.json ? writeJson(report) : writeTable(report))
  for (const sentence of notesOn(report)) say(sentence)
  return report.lines && report.lines === report.malformed ? 1 : 0
}

/** Whoever reads may have had enough, as `head` has: that is no error. */
const write = async (out: Writable, pieces: Iterable<string>): Promise<number> => {
  try {
    await pipeline(Readable.from(pieces), out, { end: false })
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EPIPE') throw cause // what streams of Node emit
  }
  return 0
}

const notesOn = (report: PreviewReport): string[] => {
  const { lines, malformed, cut, unnamed, leftOut, previews } = report
  if (lines && lines === malformed) return ['Not one line is a line of an access log.']
  const notes = [`${count(previews.length, 'share')} with a preview, in ${count(lines, 'line')}.`]
  if (malformed) notes.push(`Skipped, because not of an access log: ${count(malformed, 'line')}.`)
  if (cut) notes.push(`Cut, because too long: ${count(cut, 'line')}.`)
  if (unnamed && !previews.length)
    notes.push('The log names no user agents, so nothing can be told: use the combined format.')
  if (leftOut) notes.push(`Left out, because there are too many: ${count(leftOut, 'preview')}.`)
  return notes
}

const count = (number: number, what: string): string =>
  `${number} ${what}${number === 1 ? '' : 's'}`
