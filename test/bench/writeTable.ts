/** What was measured of one text in one engine; medians. */
export interface Row {
  /** Characters of the text. */
  length: number
  /** Own URLs in it, and as many own links. */
  ownUrls: number
  withoutMs: number
  withMs: number
  /** What aparté leaves to lay out behind the copy. */
  layoutMs: number
  ratio: number
  /** The fastest copy with aparté to the fastest one without. */
  leastRatio: number
  /** The highest ratio that is good enough; undefined where none is set. */
  target?: number
}

const HEADS = ['text', 'own', 'native ms', 'with ms', 'layout ms', 'ratio', 'fastest', 'target', '']

const writeRow = ({ length, ownUrls, target, ...row }: Row): string[] => [
  length < 1_000_000 ? `${length / 1000} kB` : `${length / 1_000_000} MB`,
  `${ownUrls} + ${ownUrls}`,
  row.withoutMs.toFixed(2),
  row.withMs.toFixed(2),
  row.layoutMs.toFixed(2),
  row.ratio.toFixed(3),
  row.leastRatio.toFixed(3),
  target === undefined ? '' : target.toFixed(2),
  target === undefined ? '' : row.ratio <= target ? 'met' : 'NOT MET',
]

/** Writes rows as a table, its columns aligned to the right. */
export function writeTable(rows: readonly Row[]): string {
  const lines = [HEADS, ...rows.map(writeRow)]
  const widths = HEADS.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)))
  return lines
    .map((line) => line.map((cell, at) => cell.padStart(widths[at] ?? 0)).join('  '))
    .join('\n')
}
