/** `npm run sizes`: prints what each import of the built package weighs, beside its cap and goal. Needs `npm run build`. */
import { budgets } from './sizes/budgets.mjs'
import { measure } from './sizes/measure.mjs'

const WIDTH = 32

console.log(`${'bytes'.padEnd(WIDTH)} minified   brotli      cap     goal`)
for (const budget of budgets) {
  const { minified, brotli } = await measure(budget)
  const numbers = [minified, brotli, budget.cap, budget.goal ?? '–']
  const row = numbers.map((number) => String(number).padStart(8)).join(' ')
  console.log(`${budget.name.padEnd(WIDTH)} ${row}${brotli > budget.cap ? '  over its cap' : ''}`)
  if (brotli > budget.cap) process.exitCode = 1
}
