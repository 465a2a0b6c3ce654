import type { Row } from './writeRows.js'

const ENGINES = ['chromium', 'firefox', 'webkit'] as const
const NAMES = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKitGTK' }

const cellOf = (row: Row | undefined): string => {
  if (!row) return 'not run'
  const { runs, sent, stored, repeats = 0, verdict } = row
  if (sent === undefined || stored === undefined) return verdict
  const result = `${stored}/${sent} in ${runs}${repeats > 0 ? `, ${repeats} again` : ''}`
  return /^(passed|no pass mark)$/.test(verdict) ? result : `${result}: ${verdict}`
}

/**
 * Writes the results of several runs of the suite as one Markdown table, and below it when and with what they were made. Of rows for the
 * same thing the last counts.
 */
export function writeResults(rows: readonly Row[]): string {
  const found = new Map(rows.map((row) => [`${row.scenario}|${row.mode}|${row.engine}`, row]))
  const lines = [...new Set(rows.map(({ scenario, mode }) => `${scenario}|${mode}`))]
  const last = [...found.values()]
  const table = [
    ['what happens', 'mode', ...ENGINES.map((engine) => NAMES[engine])],
    ...lines.map((line) => [
      ...line.split('|'),
      ...ENGINES.map((engine) => cellOf(found.get(`${line}|${engine}`))),
    ]),
  ]
  const versions = ENGINES.flatMap((engine) => {
    const all = new Set(last.flatMap((row) => (row.engine === engine ? (row.version ?? []) : [])))
    return all.size > 0 ? `${NAMES[engine]} ${[...all].join(', ')}` : []
  })
  const days = [...new Set(last.flatMap(({ day }) => day ?? []))].toSorted()
  const [head = [], ...body] = table.map((cells) => `| ${cells.join(' | ')} |`)
  const rule = `| ${head.length > 0 ? table[0]?.map(() => '---').join(' | ') : ''} |`
  return `${[head, rule, ...body].join('\n')}\n\n${[...versions, ...days].join(', ')}.`
}
