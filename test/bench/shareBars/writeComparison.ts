import type { Bundled } from './bundleContestant.js'
import type { Contestant } from './contestants.js'
import type { Fault } from './findFaults.js'

/** What was found out about one kind of share buttons. */
export interface Compared extends Omit<Contestant, 'css'>, Bundled {
  version: string
  /** Above a blank page; undefined where it was not run. */
  startMs: number | undefined
  faults: Fault[] | undefined
}

/** How it was found out. */
export interface Run {
  rounds: number
  chromium: string
  date: Date
}

const number = new Intl.NumberFormat('en-GB')

const writeFaults = (faults: Fault[] | undefined): string => {
  if (!faults) return '–'
  if (faults.length === 0) return 'nothing'
  return faults.map(({ id, impact, count }) => `${id} (${impact}) × ${count}`).join(', ')
}

/** Writes the comparison as Markdown. Times are ratios to the first row. */
export function writeComparison(
  rows: readonly Compared[],
  { rounds, chromium, date }: Run,
): string {
  const [first] = rows
  const lines = rows.map(
    ({ name, packageName, version, scriptBytes, cssBytes, startMs, faults }) => {
      const ratio =
        startMs === undefined || !first?.startMs ? '–' : (startMs / first.startMs).toFixed(2)
      const sum = number.format(scriptBytes + cssBytes)
      const cells = [
        name
          .replace(packageName, `${packageName} ${version}`)
          .replace('<share-bar>', `\`<share-bar>\` ${version}`),
        number.format(scriptBytes),
        cssBytes ? number.format(cssBytes) : '–',
        sum,
        ratio,
        writeFaults(faults),
      ]
      return `| ${cells.join(' | ')} |`
    },
  )
  const notes = rows.flatMap(({ name, note }) =>
    note ? [`- ${name.replace(/[<>]/g, '')}: ${note}`] : [],
  )
  return [
    '| buttons | JS, B | CSS, B | sum, B | start-up | axe finds |',
    '| --- | ---: | ---: | ---: | ---: | --- |',
    ...lines,
    '',
    `Bytes after brotli 11. Start-up: median of ${rounds} interleaved loads in Chromium ${chromium}, scripts, styles and layout above a blank`,
    `page, as a ratio to the first row (${first?.startMs?.toFixed(1) ?? '–'} ms here). ${date.toISOString().slice(0, 10)}.`,
    '',
    ...notes,
  ].join('\n')
}
