/**
 * `npm run test:faults`: runs the fault suite and prints its table. Needs `npm run build`.
 *
 * `-- --n 20` sets how often each scenario runs (200; dear ones a quarter of it), `--scenario TEXT` and `--engine NAME` choose those
 * whose name contains it. Rows are added to `.cache/faults.jsonl`, or to `--file PATH`, and `--write docs/delivery.md` makes the table
 * there of all rows in that file: so a table can come from several runs. Delete the file to begin anew.
 */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { run } from './setup/run.mjs'

const {
  n = '200',
  scenario = '',
  engine = '',
  file = '.cache/faults.jsonl',
  write,
} = parseArgs({
  options: {
    n: { type: 'string' },
    scenario: { type: 'string' },
    engine: { type: 'string' },
    file: { type: 'string' },
    write: { type: 'string' },
  },
}).values
if (!/^[1-9]\d*$/.test(n)) {
  console.error(`npm run test:faults: --n got ${n}, wanted a number above 0.`)
  process.exit(1)
}
const { code } = await run('npx', ['vitest', 'run', '--project', 'faults'], {
  env: {
    APARTE_FAULTS_N: n,
    APARTE_FAULTS_SCENARIO: scenario,
    APARTE_FAULTS_ENGINE: engine,
    APARTE_FAULTS_FILE: resolve(file),
    ...(write !== undefined && { APARTE_FAULTS_DOCUMENT: resolve(write) }),
  },
})
process.exitCode = code
