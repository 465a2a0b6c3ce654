import { expect, test } from 'vitest'
import { budgets } from '../../scripts/sizes/budgets.mjs'
import { bundle } from '../../scripts/sizes/bundle.mjs'
import { measure } from '../../scripts/sizes/measure.mjs'

test.each(budgets)('$name stays within $cap bytes', async (budget) => {
  const { minified, brotli } = await measure(budget)
  console.log(`${budget.name}: ${brotli} of ${budget.cap} bytes, goal ${budget.goal ?? 'none'}`)
  // A bundle of nothing would keep every budget.
  expect(minified).toBeGreaterThan(500)
  expect(brotli).toBeLessThanOrEqual(budget.cap)
})

test.each(['aparte', 'aparte/token', 'aparte/server'])(
  'an unused import of %s costs nothing: no side effects, no code that bundlers keep',
  async (entry) => {
    const bytes = await bundle(`import * as unused from '${entry}'`)
    expect(new TextDecoder().decode(bytes).trim()).toBe('')
  },
)

test('a site that takes only detect does not carry decorate', async () => {
  const [one, both] = await Promise.all([
    bundle("export { detect } from 'aparte/token'"),
    bundle("export { decorate, detect } from 'aparte/token'"),
  ])
  expect(one.length).toBeLessThan(both.length)
})
