import type { Preview, PreviewReport } from '../server/createPreviewReader.js'

const HEADS = ['TOKEN', 'SHARED BY', 'FIRST PREVIEW (UTC)', 'FETCHED FROM', 'PREVIEWED BY']

const timeOf = (at: number | undefined): string =>
  at === undefined ? '-' : new Date(at).toISOString().slice(0, 19).replace('T', ' ')

const cellsOf = ({ token, tokenChannel, at, fetchedBy, network }: Preview): string[] => [
  token,
  tokenChannel,
  timeOf(at),
  `their ${fetchedBy}`,
  network,
]
/** Every column but the last one, whose cells are not padded. */
const WIDTHS = [13, 11, 19, 12]

const writeRow = (cells: readonly string[]): string =>
  `${cells.map((cell, at) => cell.padEnd(WIDTHS[at] ?? 0)).join('  ')}\n`

/** Writes a report as a table for people, a piece at a time, because it may be long. */
export function* writeTable({ previews }: PreviewReport): Generator<string> {
  if (!previews.length) return
  yield writeRow(HEADS)
  for (const preview of previews) yield writeRow(cellsOf(preview))
}

/** Writes a report as JSON, one preview a line. */
export function* writeJson({ previews, ...counts }: PreviewReport): Generator<string> {
  yield `${JSON.stringify(counts).slice(0, -1)},"previews":[`
  for (const [index, preview] of previews.entries())
    yield `${index ? ',' : ''}\n${JSON.stringify(preview)}`
  yield '\n]}\n'
}
