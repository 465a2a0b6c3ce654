/** Proves the import rules of the lint configuration: every folder of src against everything it could reach for. */
import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from '../../scripts/setup/root.mjs'

const PURE = ['lib', 'channel', 'token', 'url', 'event']
const EXTENSION = '../extension.js'
const WINDOW = '../window.js'
/** What optional entries may import of what others make. */
const FOREIGN = ['web-vitals', 'react', 'vue', 'svelte', 'svelte/reactivity']
const OPTIONAL = [
  ...inside(...PURE, 'share', 'share-bar', 'adapter'),
  EXTENSION,
  WINDOW,
  '../index.js',
  ...FOREIGN,
]
const FOLDERS = [...PURE, 'dom', 'storage', 'page', 'landing', 'consent', 'delivery'].concat(
  ['destinations', 'classify', 'server', 'cli', 'parts'],
  ['share', 'share-bar', 'adapter', 'vitals', 'inspector', 'react', 'vue', 'svelte'],
)

/** What a file of each folder may import besides its own folder; everything else has to be refused. */
const ALLOWED: Record<string, string[]> = {
  lib: [],
  channel: inside('lib'),
  token: [...inside('lib', 'channel'), 'nanoid'],
  url: inside('lib', 'channel', 'token'),
  event: [...inside('lib', 'channel', 'token', 'url'), 'nanoid'],
  dom: inside(...PURE),
  storage: inside(...PURE),
  page: [...inside(...PURE, 'dom'), EXTENSION],
  landing: [...inside(...PURE, 'dom', 'storage'), EXTENSION],
  consent: [...inside(...PURE, 'dom', 'storage'), EXTENSION],
  delivery: [...inside(...PURE, 'dom', 'storage'), '../destinations/destination.js'],
  destinations: [...inside(...PURE), EXTENSION],
  classify: inside(...PURE),
  server: inside(...PURE, 'classify'),
  cli: [...inside(...PURE, 'classify', 'server'), 'node:fs'],
  parts: [...inside(...PURE, 'dom', 'page', 'consent', 'share-bar'), EXTENSION, WINDOW],
  share: [...inside(...PURE, 'dom'), EXTENSION],
  'share-bar': [...inside(...PURE, 'dom', 'share'), EXTENSION, '../index.js', 'lean-qr/nano'],
  adapter: [...inside(...PURE, 'share', 'share-bar'), EXTENSION, WINDOW, '../index.js'],
  ...Object.fromEntries(
    ['vitals', 'inspector', 'react', 'vue', 'svelte'].map((entry) => [entry, OPTIONAL]),
  ),
}

function inside(...folders: string[]): string[] {
  return folders.map((folder) => `../${folder}/some.js`)
}

const TARGETS = [
  ...inside(...FOLDERS),
  '../destinations/destination.js',
  EXTENSION,
  WINDOW,
  ...['index', 'tracker', 'options', 'snippet', 'token'].map((file) => `../${file}.js`),
  '../../scripts/some.mjs',
  'nanoid',
  'lean-qr/nano',
  ...FOREIGN,
  'aparte',
  'aparte/token',
  'node:fs',
]

/** The ways to reach another file; a rule that one of them slips through is no rule. */
const FORMS = {
  values: (target: string, index: number) => `import { some as some${index} } from '${target}'`,
  types: (target: string, index: number) => `import type { Some as S${index} } from '${target}'`,
  're-exports': (target: string, index: number) => `export { some as s${index} } from '${target}'`,
  'dynamic imports': (target: string) => `await import('${target}')`,
}

const GLOBALS = [
  'window.name',
  'document.title',
  'navigator.language',
  'location.href',
  'history.length',
  'localStorage.length',
  'sessionStorage.length',
  'indexedDB',
  'document.cookie',
  'window.localStorage',
  'globalThis.sessionStorage',
]
const STORED = GLOBALS.slice(GLOBALS.indexOf('localStorage.length'))

interface Report {
  diagnostics: { code: string; filename: string; labels: { span: { line: number } }[] }[]
}

let folder = ''
let report: Report = { diagnostics: [] }

function findRefused(file: string, rule: RegExp, lines: string[]): string[] {
  const found = report.diagnostics.filter(
    ({ code, filename }) => filename.endsWith(file) && rule.test(code),
  )
  const numbers = new Set(found.map(({ labels }) => labels[0]?.span.line))
  return lines.filter((_, index) => numbers.has(index + 1))
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'aparte-layers-'))
  await copyFile(`${root}.oxlintrc.json`, path.join(folder, '.oxlintrc.json'))
  await Promise.all(
    [...FOLDERS, '.'].map(async (name) => {
      const place = path.join(folder, 'src', name)
      await mkdir(place, { recursive: true })
      for (const [form, write] of Object.entries(FORMS)) {
        await writeFile(path.join(place, `${form}.ts`), TARGETS.map(write).join('\n'))
      }
      await writeFile(path.join(place, 'globals.ts'), GLOBALS.join('\n'))
    }),
  )
  const oxlint = path.join(root, 'node_modules/oxlint/bin/oxlint')
  const args = [oxlint, '--format', 'json', 'src']
  // It ends with code 1, as it should: nearly every line is refused.
  const stdout = await promisify(execFile)(process.execPath, args, {
    cwd: folder,
    maxBuffer: 64 * 1024 * 1024,
  }).catch((cause: unknown) => Object(cause).stdout)
  report = JSON.parse(typeof stdout === 'string' ? stdout : '{}')
})
afterAll(() => rm(folder, { recursive: true }))

describe.each(Object.entries(ALLOWED))('a file of src/%s', (name, allowed) => {
  test.each(Object.keys(FORMS))('is refused every import but its own: %s', (form) => {
    const refused = findRefused(`src/${name}/${form}.ts`, /no-restricted-imports/, TARGETS)
    expect(refused).toEqual(TARGETS.filter((target) => !allowed.includes(target)))
  })
})

test('the files that wire everything may import all of src, but no Node built-in and not the package', () => {
  const refused = findRefused('src/values.ts', /no-restricted-imports/, TARGETS)
  expect(refused).toEqual(['aparte', 'aparte/token', 'node:fs'])
})

test.each([...PURE, 'classify', 'server', 'cli'])('src/%s is refused the DOM', (name) => {
  expect(findRefused(`src/${name}/globals.ts`, /no-restricted/, GLOBALS)).toEqual(GLOBALS)
})

test.each([
  '.',
  'dom',
  'page',
  'landing',
  'consent',
  'delivery',
  'share',
  'share-bar',
  'adapter',
  'react',
])('src/%s may use the DOM, but not what is stored', (name) => {
  const file = path.join('src', name, 'globals.ts')
  expect(findRefused(file, /no-restricted/, GLOBALS)).toEqual(STORED)
})

test('src/storage may use the DOM and what is stored', () => {
  expect(findRefused('src/storage/globals.ts', /no-restricted/, GLOBALS)).toEqual([])
})
