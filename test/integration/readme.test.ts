/** The samples of README and CONTRIBUTING compile against the built package, and those of the README run. */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { readBatch } from 'aparte/server'
import { readToken } from 'aparte/token'
import { transform } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../../scripts/setup/root.mjs'
import { ACCESS_LINES, TOKEN } from '../corpus/accessLines.js'
import { readSamples } from './readmeSamples.js'

const run = promisify(execFile)
const samples = readSamples('README.md')
const typed = samples.filter(({ language }) => language === 'ts')
const [batch, reply] = samples.flatMap(({ language, code }) => (language === 'json' ? [code] : []))

/** The samples that import from an entry of the package. */
function samplesOf(entry: string): string[] {
  return typed.flatMap(({ code }) => (code.includes(` from '${entry}'`) ? [code] : []))
}

/** The one of them, or the one that has this word. */
function sampleOf(entry: string, word = ''): string {
  const found = samplesOf(entry).filter((code) => code.includes(word))
  expect(found, `samples that import ${entry}`).toHaveLength(1)
  return found[0] ?? ''
}

let folder = ''
beforeAll(async () => {
  await mkdir(`${root}.cache`, { recursive: true })
  // Inside the repository, so that `aparte` is found by its own name, as built.
  folder = await mkdtemp(path.join(root, '.cache/readme-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** Writes a sample as a module that Node runs, and imports it. */
async function load(name: string, code: string): Promise<Record<string, unknown>> {
  const file = path.join(folder, `${name}.mjs`)
  await writeFile(file, (await transform(code, { loader: 'ts' })).code)
  return import(/* @vite-ignore */ file)
}

/** Compiles samples with the compiler of this repository, and returns what it has to say, empty where all is well. */
async function compile(ending: 'ts' | 'js', codes: string[], strict: boolean): Promise<string> {
  const place = path.join(folder, ending)
  await mkdir(place)
  const options = {
    strict,
    exactOptionalPropertyTypes: strict,
    noUncheckedIndexedAccess: true,
    noUnusedLocals: true,
    allowJs: true,
    checkJs: true,
    noEmit: true,
    module: 'nodenext',
    target: 'es2020',
    lib: ['es2020', 'dom'],
    types: [],
    rootDir: '.',
  }
  const config = JSON.stringify({ compilerOptions: options, include: [`*.${ending}`] })
  await writeFile(path.join(place, 'tsconfig.json'), config)
  await Promise.all(
    codes.map((code, i) => writeFile(path.join(place, `sample${i}.${ending}`), code)),
  )
  const args = [`${root}node_modules/typescript/bin/tsc`, '--project', place, '--pretty', 'false']
  // It ends with code 1 and says why on stdout where it finds something.
  return run(process.execPath, args).then(
    ({ stdout }) => stdout,
    (cause: unknown) => Object(cause).stdout || String(cause),
  )
}

describe('samples', () => {
  it('compile against the built package, strictly', async () => {
    const files = ['CONTRIBUTING.md', 'docs/share-bar.md']
    const modules = [...samples, ...files.flatMap(readSamples)]
      .filter(({ language }) => language === 'ts')
      .map(({ code }) => code)
    expect(modules.length).toBeGreaterThan(3)
    expect(await compile('ts', modules, true)).toBe('')
  })

  it('use the queue of the script tag as its types say', async () => {
    const scripts = samples
      .filter(({ language }) => language === 'html')
      .flatMap(({ code }) => [...code.matchAll(/<script>([^]*?)<\/script>/g)])
      .map(([, code = '']) => `import 'aparte/window'\n${code}`)
    expect(scripts).toHaveLength(1)
    // Not strict: a script cannot say what its empty array will hold.
    expect(await compile('js', scripts, false)).toBe('')
  })

  it('give what they say they give: token and URL functions', async () => {
    const marked = / \/\/ → (.+)$/gm
    const count = [...sampleOf('aparte/token').matchAll(marked)].length
    const lines = sampleOf('aparte/token').replace(/^(.+) \/\/ → (.+)$/gm, 'pairs.push([$1, $2])')
    const { pairs } = await load('token', `export const pairs = []\n${lines}`)
    expect(count).toBeGreaterThan(4)
    expect(pairs).toHaveLength(count)
    for (const [got, wanted] of pairs as [unknown, unknown][]) expect(got).toEqual(wanted)
  })

  it('run together: the collector sample answers the example batch with the example reply', async () => {
    const { answer } = await load('server', sampleOf('aparte/server', 'readBatch'))
    const answered = (answer as (body: string) => unknown)(batch ?? '')
    expect(answered).toEqual({ status: 200, reply: JSON.parse(reply ?? '') })
  })

  it('name the network of a preview in an access log', async () => {
    const { whereTo } = await load('previews', sampleOf('aparte/server', 'readPreviews'))
    const log = [`${ACCESS_LINES[0]?.lines}\n`]
    expect(await (whereTo as (log: string[]) => unknown)(log)).toEqual(new Map([[TOKEN, 'Slack']]))
  })

  it('do nothing where there is no document: the import samples load in Node', async () => {
    const [first = '', ...more] = samplesOf('aparte')
    const { tracker, end } = await load('inert', first)
    expect(tracker).toMatchObject({ landing: undefined })
    await (end as () => Promise<void>)()
    expect(more.length).toBeGreaterThan(0)
    for (const [index, code] of [...more, sampleOf('aparte/copy')].entries())
      await load(`inert${index}`, code)
  })
})

describe('the samples of the share bar', () => {
  const bars = readSamples('docs/share-bar.md').filter(({ language }) => language === 'ts')

  it('load on a server, where they register nothing', async () => {
    expect(bars.length).toBeGreaterThan(4)
    for (const [index, { code }] of [...bars, { code: sampleOf('aparte/share-bar') }].entries())
      // As far as it asks for what a server does not have.
      if (!code.includes('customElements.get')) await load(`bar${index}`, code)
  })

  it('render what the HTML sample has by hand', async () => {
    const code = bars.find((sample) => sample.code.includes('renderShareBar'))?.code ?? ''
    const { bar } = await load('rendered', code)
    const html = (bar as (url: string, title: string) => string)(
      'https://journal.example/harbour',
      'The harbour',
    )
    const written = readSamples('docs/share-bar.md').filter(({ language }) => language === 'html')
    const [href] = /https:\/\/wa\.me[^"]+/.exec(html) ?? []
    expect(href).toBeDefined()
    expect(written.some((sample) => sample.code.includes(`href="${href}"`))).toBe(true)
  })
})

describe('the example batch', () => {
  const read = readBatch(batch ?? '')
  const events = read.ok ? read.batch.events : []

  it('is taken whole, no event refused and no field dropped', () => {
    expect(read).toMatchObject({ ok: true, refused: [], repeated: 0 })
    expect(read.ok && read.batch).toEqual(JSON.parse(batch ?? ''))
  })

  it('carries real tokens, which say the same as the fields beside them', () => {
    expect(events.map(({ type }) => type)).toEqual(['landing', 'share'])
    for (const event of events)
      expect(event).toMatchObject(readToken(String(Object(event).token)) ?? {})
    for (const event of events) expect(readToken(String(Object(event).token))).toBeDefined()
    expect(Object(events[1]).parent).toBe(Object(events[0]).token)
  })
})
