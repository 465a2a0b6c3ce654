/** How many lines a minute: enough to see what is wrong, too few to fill a disk with. */
const MAX_LINES = 300
const MINUTE_MS = 60_000

/**
 * Bounds a log that anybody can make lines in: at most 300 a minute, then one that says how many were left out.
 *
 * @param {(line: string) => void} log
 * @param {() => number} [now] milliseconds
 * @returns {(line: string) => void}
 */
export function createLines(log, now = () => performance.now()) {
  let minute = 0
  let lines = 0
  return (line) => {
    const current = Math.floor(now() / MINUTE_MS)
    if (current !== minute) {
      if (lines > MAX_LINES) log(`${lines - MAX_LINES} lines were left out.`)
      minute = current
      lines = 0
    }
    if (++lines <= MAX_LINES) log(line)
  }
}
