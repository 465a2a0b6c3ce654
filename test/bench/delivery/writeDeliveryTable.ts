import type { Contestant } from './contestants.js'

/** What became of the events of one contestant in one scenario, over all rounds. */
export interface Result {
  sent: number
  /** Different events that had arrived before the later visit. */
  atOnce: number
  /** The same after it. */
  atLast: number
  /** How often an event arrived that had arrived before. */
  repeats: number
}

const writeResult = ({ sent, atOnce, atLast }: Result): string =>
  atOnce === atLast ? `${atLast}/${sent}` : `${atOnce} → ${atLast}/${sent}`

/** Writes the table in Markdown: `3 → 6/6` means that three of six arrived at once and all six after the later visit. */
export function writeDeliveryTable(
  scenarios: readonly string[],
  rows: readonly (readonly [Contestant, readonly Result[]])[],
): string {
  const heads = ['tracker', ...scenarios, 'repeats']
  const lines = rows.map(([{ name, hasIds }, results]) => {
    const repeats = results.reduce((sum, result) => sum + result.repeats, 0)
    const counted = repeats && !hasIds ? `${repeats}, counted twice` : String(repeats)
    return [name, ...results.map(writeResult), counted]
  })
  const widths = heads.map((_, at) =>
    Math.max(...[heads, ...lines].map((line) => line[at]?.length ?? 0)),
  )
  const write = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`
  return [write(heads), write(widths.map((width) => '-'.repeat(width))), ...lines.map(write)].join(
    '\n',
  )
}
