/** The documents for data-protection officers: two languages that say the same, and nothing that is not there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../../scripts/setup/root.mjs'
import { CONSENT_MODES } from '../../src/consent/gate.js'

/** Beside the documents: tables that programs write, and what is for developers. */
const OTHERS = new Set(['delivery.md', 'dependencies.md', 'share-bar-peers.md', 'share-bar.md'])

const read = (file: string): string => readFileSync(`${root}docs/${file}`, 'utf8')
const markdownIn = (folder: string): string[] =>
  readdirSync(`${root}docs/${folder}`).filter((file) => file.endsWith('.md'))
const english = markdownIn('').filter((file) => !OTHERS.has(file))
const french = markdownIn('fr')

/** The other language of an English document, by its own link. */
const frenchOf = (file: string): string => /\[Français\]\((fr\/[^)]+)\)/.exec(read(file))?.[1] ?? ''
const fencesOf = (text: string): string[] => text.match(/^```\w+\n[^]*?^```$/gm) ?? []
const prose = (text: string): string =>
  text
    .replace(/^```\w+\n[^]*?^```$/gm, '')
    .replace(/<!--[^]*?-->|`[^`\n]*`|<https?:[^>]*>|\]\([^)]*\)/g, '')
/** What a document is built of: levels of headings, rows of tables, items of lists. */
const shapeOf = (text: string): string[] =>
  text
    .replace(/^```\w+\n[^]*?^```$/gm, '')
    .match(/^(#+ |\| |- |\d+\. )/gm)
    ?.map((mark) => mark.trim()) ?? []

it('every document stands in both languages, and each leads to the other', () => {
  expect(english.length).toBeGreaterThan(7)
  expect(english.map(frenchOf).toSorted()).toEqual(french.map((file) => `fr/${file}`).toSorted())
  expect(english.filter((file) => !read(frenchOf(file)).includes(`[English](../${file})`))).toEqual(
    [],
  )
})

describe.each(english)('%s', (file) => {
  const here = read(file)
  const there = read(frenchOf(file))

  it('has the same headings, tables and lists in French', () => {
    expect(shapeOf(there)).toEqual(shapeOf(here))
  })

  it('has the same commands, recipes and sources in French', () => {
    const code = (text: string): string[] =>
      fencesOf(text).filter((fence) => !fence.startsWith('```html'))
    expect(code(there)).toEqual(code(here))
    const sources = (text: string): string[] => text.match(/<https:[^>]+>/g) ?? []
    expect(sources(there)).toEqual(sources(here))
  })

  it('names only files of this repository that are there', () => {
    const named = (text: string): string[] =>
      [...text.matchAll(/`((?:src|test|examples|scripts)\/[\w./-]+)`/g)].map(
        ([, name = '']) => name,
      )
    expect(named(there)).toEqual(named(here))
    expect(named(here).filter((name) => !existsSync(root + name))).toEqual([])
  })
})

it.each([...english, ...french.map((file) => `fr/${file}`)])(
  '%s links to what is there',
  (file) => {
    const links = [...read(file).matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, link = '']) => link)
    const folder = path.dirname(`${root}docs/${file}`)
    const isThere = (link: string): boolean => existsSync(path.join(folder, link))
    expect(links.filter((link) => !/^https?:/.test(link) && !isThere(link))).toEqual([])
  },
)

it('the one page leads to every document, and README to the one page', () => {
  for (const file of english.filter((name) => name !== 'privacy.md'))
    expect([file, read('privacy.md').includes(`](${file})`)]).toEqual([file, true])
  for (const file of french.filter((name) => name !== 'confidentialite.md'))
    expect([file, read('fr/confidentialite.md').includes(`](${file})`)]).toEqual([file, true])
  expect(readFileSync(`${root}README.md`, 'utf8').includes('](docs/privacy.md)')).toBe(true)
})

it.each(['privacy.md', 'fr/confidentialite.md'])('%s has every consent mode', (file) => {
  const named = [...read(file).matchAll(/^\| `(\w+)`/gm)].map(([, mode]) => mode)
  expect(named).toEqual(['granted', 'exempt', 'cookieless', 'pending', 'denied'])
  expect(CONSENT_MODES.filter((mode) => !named.includes(mode))).toEqual([])
})

/** Lines of the fenced shell commands of all English documents. */
const commands = english.flatMap((file) =>
  fencesOf(read(file))
    .filter((fence) => fence.startsWith('```sh'))
    .flatMap((fence) => fence.split('\n').slice(1, -1)),
)

it('every npm command of the documents is a script of this package', () => {
  const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
    scripts: Record<string, string>
  }
  const named = commands.flatMap((line) => /^npm run (\S+)/.exec(line)?.[1] ?? [])
  expect(named).toContain('test:privacy')
  expect(named.filter((name) => !(name in scripts))).toEqual([])
})

it('every script that the documents run is there', () => {
  const run = commands.flatMap((line) => /^node (scripts\/\S+)/.exec(line)?.[1] ?? [])
  expect(run).toContain('scripts/setup.mjs')
  expect(run.filter((file) => !existsSync(root + file))).toEqual([])
})

it.each([
  ['cnil-self-assessment.md', /^(not met|open)$/],
  ['fr/auto-evaluation-cnil.md', /^(non rempli|ouvert)$/],
])('%s names in its result every point that its table has as not met or open', (file, unmet) => {
  const [result = '', table = ''] = read(file).split(/^## (?:The fourteen|Les quatorze)/m)
  const rows = [...table.matchAll(/^\| (\d+) .*\| ([^|]+?) +\|$/gm)]
  expect(rows.map(([, number]) => number)).toEqual(Array.from({ length: 14 }, (_, i) => `${i + 1}`))
  const failed = rows.flatMap(([, number = '', word = '']) => (unmet.test(word) ? number : []))
  expect(failed).toHaveLength(5)
  expect([...result.matchAll(/\((\d{1,2})\)/g)].map(([, number]) => number)).toEqual(failed)
})

it.each(['dpo-answers.md', 'fr/questions-du-dpo.md'])('%s calculates its example right', (file) => {
  const text = read(file).replaceAll('\u{a0}', ' ').replaceAll(/\s+/g, ' ')
  const allowed = 0.7
  const shares = 1000 * allowed
  const landings = Math.round(shares * 0.6)
  const seen = Math.round(landings * allowed)
  expect([shares, landings, seen, seen / shares]).toEqual([700, 420, 294, 0.42])
  for (const number of [shares, landings, seen]) expect(text).toContain(` ${number} `)
  expect(text.replaceAll(',', '.')).toContain(`${seen} ÷ ${shares} = 0.42 = 0.7 × 0.60`)
})

const collector = `${root}examples/collector/`
const hasAdmin = existsSync(`${collector}admin.js`)
if (!hasAdmin) console.log('collector: no admin.js here yet, so its commands are not compared')
it.skipIf(!hasAdmin)('every command of the collector stands in its own README', () => {
  const readme = readFileSync(`${collector}README.md`, 'utf8')
  const named = commands.flatMap((line) => /^node (\S+ \w+)/.exec(line)?.[1] ?? [])
  expect(named.toSorted()).toEqual(['admin.js erase', 'admin.js export'])
  expect(named.filter((command) => !readme.includes(command))).toEqual([])
})

it.each(french)('fr/%s keeps the rules of French typography', (file) => {
  const text = prose(read(`fr/${file}`))
  // A blank that cannot break stands before these signs, and inside the quotation marks.
  expect(text.match(/.{0,20}(?: [;:?!»]|[^\s|][;?!»]|« ).{0,20}/g) ?? []).toEqual([])
  expect(text.match(/.{0,20}\w'\w.{0,20}/g) ?? []).toEqual([])
})
