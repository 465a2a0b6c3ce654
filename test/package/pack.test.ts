/** What npm would publish, and what the two judges of packages say about it. */
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../../scripts/setup/root.mjs'
import { packPackage, type Pack } from './packPackage.js'

const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))
const run = promisify(execFile)

let folder = ''
let pack: Pack
let paths: string[] = []

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'aparte-pack-'))
  pack = await packPackage(folder)
  paths = pack.files.map((file) => file.path)
})
afterAll(() => rm(folder, { recursive: true }))

test('ships dist, the manifest and three texts, nothing else', () => {
  console.log(`${paths.length} files, ${pack.size} bytes packed, ${pack.unpackedSize} unpacked`)
  const texts = paths.filter((file) => !file.startsWith('dist/'))
  expect(texts.toSorted()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json'])
})

test('ships modules, declarations, maps, components, script files and the style sheet, no other sources and no tests', () => {
  const shipped =
    /\.js$|\.d\.ts$|\.js\.map$|\.d\.ts\.map$|\.svelte$|\.d\.svelte\.ts$|^dist\/aparte\.share-bar\.css$/
  const odd = paths.filter((file) => !shipped.test(file))
  expect(odd.filter((file) => file.startsWith('dist/'))).toEqual([])
  expect(paths.filter((file) => /test|snippet|fixture|example/.test(file))).toEqual([])
  expect(paths).toContain('dist/aparte.min.js')
})

test('ships a declaration for every module and component', () => {
  const modules = paths.filter((file) => /\.(js|svelte)$/.test(file) && !file.endsWith('.min.js'))
  expect(modules.length).toBeGreaterThan(10)
  const bare = modules.filter(
    (file) => !paths.includes(file.replace(/\.js$/, '.d.ts').replace(/\.svelte$/, '.d.svelte.ts')),
  )
  expect(bare).toEqual([])
})

test('publint finds nothing', async () => {
  const tarball = new Uint8Array(await readFile(pack.tarball)).buffer
  const { messages } = await publint({ pack: { tarball }, strict: true })
  expect(messages.map((message) => formatMessage(message, manifest))).toEqual([])
})

test('the types are right for every way to resolve them (attw)', async () => {
  // It ends with code 1 where it finds a problem. Profile esm-only: CommonJS and the resolution of 2014 are not promised. The left-out entries are for tags.
  const files = Object.keys(manifest.exports).filter((name) => /\.min\.js$|\.css$/.test(name))
  const args = [
    '--profile',
    'esm-only',
    '--exclude-entrypoints',
    ...files.map((name) => name.slice(2)),
    '--format',
    'ascii',
  ]
  const attw = `${root}node_modules/@arethetypeswrong/cli/dist/index.js`
  const { stdout } = await run(process.execPath, [attw, pack.tarball, ...args, '--no-emoji'])
  expect(stdout).toMatch(/aparte\/token/)
})
