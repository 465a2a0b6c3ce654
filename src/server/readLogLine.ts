import type { LogLine } from './logLine.js'
import { readJsonLine } from './readJsonLine.js'
import { readTextLine } from './readTextLine.js'

/** Reads a line of an access log, JSON or text, also JSON behind a prefix of syslog; undefined for a line that is none. */
export function readLogLine(line: string): LogLine | undefined {
  const brace = line.search(/\{\s*"/)
  if (brace === 0) return readJsonLine(line)
  return readTextLine(line) ?? (brace > 0 ? readJsonLine(line.slice(brace)) : undefined)
}
