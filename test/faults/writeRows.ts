/** What came of one scenario in one mode and engine. */
export interface Row {
  scenario: string
  mode: string
  engine: string
  runs: number
  /** Events that pages made. */
  sent?: number
  /** Of those, how many the store holds, each once. */
  stored?: number
  /** How often an event arrived that the collector already had; it drops those. */
  repeats?: number
  verdict: string
  /** Version of the engine. */
  version?: string
  /** Day of the run, such as `2026-11-26`. */
  day?: string
}

const HEADS = ['scenario', 'mode', 'engine', 'runs', 'sent', 'stored', 'repeats', 'lost', '']

const cellsOf = ({ sent, stored, repeats, verdict, ...row }: Row): string[] => [
  row.scenario,
  row.mode,
  row.engine,
  String(row.runs),
  String(sent ?? ''),
  String(stored ?? ''),
  String(repeats ?? ''),
  sent === undefined || stored === undefined ? '' : String(sent - stored),
  verdict,
]

/** Writes rows for the terminal, as a Markdown table. */
export function writeRows(rows: readonly Row[]): string {
  const lines = [HEADS, ...rows.map(cellsOf)]
  const widths = HEADS.map((_, at) => Math.max(3, ...lines.map((line) => line[at]?.length ?? 0)))
  const isNumber = (at: number): boolean => at > 2 && at < 8
  const write = (cells: readonly string[]): string =>
    `| ${cells
      .map((cell, at) =>
        isNumber(at) ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0),
      )
      .join(' | ')} |`
  const rule = widths.map((width, at) => '-'.repeat(width - 1) + (isNumber(at) ? ':' : '-'))
  const [head = [], ...body] = lines
  return [write(head), write(rule), ...body.map(write)].join('\n')
}
