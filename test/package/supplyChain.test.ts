/** What is installed, by whom it may run something, under which licence; and that docs/dependencies.md says so. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { isAllowed } from '../../scripts/dependencies/isAllowed.mjs'
import { readLock } from '../../scripts/dependencies/readLock.mjs'
import { writeReport } from '../../scripts/dependencies/writeReport.mjs'
import { root } from '../../scripts/setup/root.mjs'

interface Manifest {
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  scripts?: Record<string, string>
  workspaces?: string[]
  allowScripts?: Record<string, boolean>
}

const readManifest = (folder: string): Manifest =>
  JSON.parse(readFileSync(`${root}${folder}package.json`, 'utf8')) as Manifest
const manifest = readManifest('')

/** What npm runs when a package is installed, from the registry or from a repository. */
const AT_INSTALLATION = [
  'preinstall',
  'install',
  'postinstall',
  'preprepare',
  'prepare',
  'postprepare',
  'prepublish',
]

const locks = String(execFileSync('git', ['ls-files', '*package-lock.json'], { cwd: root }))
  .trim()
  .split('\n')

describe('installation', () => {
  it.each(['', ...(manifest.workspaces ?? []).map((folder) => `${folder}/`)])(
    'runs no script of package.json in "%s"',
    (folder) => {
      const { scripts = {} } = readManifest(folder)
      expect(AT_INSTALLATION.filter((name) => name in scripts)).toEqual([])
    },
  )

  it('runs none of a package that runs with the library or its examples', () => {
    const running = readLock().filter(({ isDev }) => !isDev)
    expect(running.map(({ name }) => name)).toContain('nanoid')
    expect(running.map(({ name }) => name)).toContain('@duckdb/node-api')
    expect(running.filter(({ hasInstallScript }) => hasInstallScript)).toEqual([])
    // What is installed says the same as the lock file.
    for (const { path, isOptional } of running) {
      if (isOptional) continue // of another system, perhaps
      const { scripts = {} } = readManifest(`${path}/`)
      expect([path, AT_INSTALLATION.filter((name) => name in scripts)]).toEqual([path, []])
    }
  })

  it('runs for development only what package.json allows by name', () => {
    const names = readLock()
      .filter(({ hasInstallScript }) => hasInstallScript)
      .map(({ name }) => name)
    expect(names).toEqual(Object.keys(manifest.allowScripts ?? {}))
  })

  it('the library needs nanoid, and lean-qr where a share bar draws a QR code', () => {
    expect(Object.keys(manifest.dependencies ?? {})).toEqual(['lean-qr', 'nanoid'])
  })

  it('takes exact versions', () => {
    const others = locks.map((file) => file.replace('package-lock.json', ''))
    const workspaces = (manifest.workspaces ?? []).map((folder) => `${folder}/`)
    const folders = [...new Set([...others, ...workspaces])]
    const loose = folders
      .map(readManifest)
      .flatMap(({ dependencies, devDependencies }) =>
        Object.entries({ ...dependencies, ...devDependencies }),
      )
      .filter(([, version]) => !/^(\d+\.\d+\.\d+(-[\w.]+)?|file:.+)$/.test(version))
    expect(loose).toEqual([])
  })
})

test.each(locks)('%s has a SHA-512 hash of every package', (file) => {
  const packages = readLock(file)
  expect(packages.length).toBeGreaterThan(10)
  expect(packages.filter(({ hasIntegrity }) => !hasIntegrity)).toEqual([])
})

describe('licences', () => {
  /** Read by hand. */
  const EXCEPTIONS = [
    // It says MIT in its Readme.
    'jsonp@0.2.1',
    // MIT, in its file LICENSE.
    'x11@4.2.2',
    // Data of a test page; its licence asks for a name.
    'caniuse-lite@',
    // Optional parts of the test page of Next.js, for pictures that it does not have.
    '@img/sharp-',
    // MIT, in the file LICENSE that they name; peers of a benchmark.
    '@segment/facade@3.4.10',
    '@segment/isodate@1.0.3',
    '@segment/isodate-traverse@1.1.1',
    'new-date@1.0.3',
  ]

  test.each(locks)('of all packages in %s are on the list', (file) => {
    const others = readLock(file)
      .filter(({ license }) => !isAllowed(license))
      .map(({ name, version, license }) => `${name}@${version} ${license}`)
      .filter((each) => !EXCEPTIONS.some((exception) => each.startsWith(exception)))
    expect(others).toEqual([])
  })

  it('of what runs are on the list without exception', () => {
    const running = readLock().filter(({ isDev }) => !isDev)
    expect(running.filter(({ license }) => !isAllowed(license))).toEqual([])
  })

  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-or-later)', true],
    ['(MIT AND Zlib)', true],
    ['Apache-2.0 AND LGPL-3.0-or-later AND MIT', false],
    ['GPL-3.0-or-later', false],
    ['AGPL-3.0-only OR SSPL-1.0', false],
    ['UNLICENSED', false],
    ['SEE LICENSE IN LICENSE', false],
    ['', false],
  ])('%j may be installed: %s', (expression, allowed) => {
    expect(isAllowed(expression)).toBe(allowed)
  })
})

it('docs/dependencies.md is what `npm run report:dependencies -- --write` writes', async () => {
  const text = readFileSync(`${root}docs/dependencies.md`, 'utf8')
  const [, block = ''] = /<!-- dependencies -->([^]*)<!-- \/dependencies -->/.exec(text) ?? []
  // Brotli differs by some bytes from one Node to the next, and the column with it.
  const sizes = (report: string): number[] =>
    [...report.matchAll(/([\d,]+) B\b/g)].map(([, size = '']) => Number(size.replaceAll(',', '')))
  const words = (report: string): string =>
    report.replaceAll(/[\d,]+ B\b/g, 'N B').replaceAll(/ +|-{3,}/g, ' ')
  const report = await writeReport()
  expect(words(block).trim()).toBe(words(report).trim())
  const written = sizes(block)
  expect(written.length).toBeGreaterThan(3)
  for (const [place, size] of sizes(report).entries())
    expect(Math.abs((written[place] ?? 0) / size - 1)).toBeLessThan(0.02)
})
