import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { budgets } from '../../scripts/sizes/budgets.mjs'
import { bundle } from '../../scripts/sizes/bundle.mjs'
import { measure } from '../../scripts/sizes/measure.mjs'
import { root } from '../../scripts/setup/root.mjs'

test.each(budgets)('$name stays within $cap bytes', async (budget) => {
  const { minified, brotli } = await measure(budget)
  console.log(`${budget.name}: ${brotli} of ${budget.cap} bytes, goal ${budget.goal ?? 'none'}`)
  // A bundle of nothing would keep every budget.
  expect(minified).toBeGreaterThan(500)
  expect(brotli).toBeLessThanOrEqual(budget.cap)
})

test.each([
  'aparte',
  'aparte/token',
  'aparte/server',
  'aparte/react',
  'aparte/vue',
  'aparte/svelte',
])(
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

test.each(['react', 'vue', 'svelte'])(
  'hooks of aparte/%s carry neither the share bar nor the tracker; the provider carries no bar',
  async (framework) => {
    const read = async (names: string): Promise<string> =>
      new TextDecoder().decode(await bundle(`export { ${names} } from 'aparte/${framework}'`))
    const hooks = await read('useLanding, useShare, useTracker')
    expect(hooks).not.toMatch(/share-bar|keepalive/)
    expect(await read('AparteProvider')).not.toContain('share-bar')
    // What is looked for is there where it belongs.
    expect(await read('AparteProvider')).toContain('keepalive')
    expect(await read('ShareBar')).toContain('share-bar')
  },
)

test('aparte/react says that it runs in browsers, where React renders on servers only', () => {
  const [first] = readFileSync(`${root}dist/react/index.js`, 'utf8').split('\n')
  expect(first).toBe("'use client';")
})
