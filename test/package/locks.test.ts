/** Every lock file of the project can be installed: `npm ci` refuses one that lacks an optional package. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { root } from '../../scripts/setup/root.mjs'

interface Lock {
  packages: Record<string, { optionalDependencies?: Record<string, string> }>
}

const files = execFileSync('git', ['ls-files', '*package-lock.json'], { cwd: root })
const locks = String(files).trim().split('\n')

test('there are lock files to look at', () => {
  expect(locks).toContain('package-lock.json')
})

// npm leaves out a binding that the registry lacks at that moment, without a word.
test.each(locks)('%s holds every optional package that its packages name', (file) => {
  const { packages } = JSON.parse(readFileSync(root + file, 'utf8')) as Lock
  const names = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, '')))
  const wanted = Object.values(packages).flatMap((each) =>
    Object.keys(each.optionalDependencies ?? {}),
  )
  expect(wanted.filter((name) => !names.has(name))).toEqual([])
})
