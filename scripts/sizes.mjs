/**
 * `npm run sizes`: prints what each import of the built package weighs, beside its cap and goal. Needs `npm run build`.
 * `npm run sizes -- --write README.md` also puts the table between the marks of that file.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { budgets } from './sizes/budgets.mjs'
import { measure } from './sizes/measure.mjs'
import { withSizes } from './sizes/withSizes.mjs'

const WIDTH = 32

const [flag, file] = process.argv.slice(2)
if (flag !== undefined && (flag !== '--write' || file === undefined)) {
  console.error('npm run sizes takes --write FILE, or nothing.')
  process.exit(1)
}

const lines = [`${'bytes'.padEnd(WIDTH)} minified   brotli      cap     goal`]
for (const budget of budgets) {
  const { minified, brotli } = await measure(budget)
  const numbers = [minified, brotli, budget.cap, budget.goal ?? '–']
  const row = numbers.map((number) => String(number).padStart(8)).join(' ')
  lines.push(`${budget.name.padEnd(WIDTH)} ${row}${brotli > budget.cap ? '  over its cap' : ''}`)
  if (brotli > budget.cap) process.exitCode = 1
}
const table = lines.join('\n')
console.log(table)
if (file !== undefined) writeFileSync(file, withSizes(readFileSync(file, 'utf8'), table))
