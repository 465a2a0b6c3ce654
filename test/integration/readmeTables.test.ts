/** The tables of the README against the code: every option and field, every attribute, every size. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { root } from '../../scripts/setup/root.mjs'
import { budgets } from '../../scripts/sizes/budgets.mjs'
import { measure } from '../../scripts/sizes/measure.mjs'
import { baseFields, ownFields } from '../../src/event/fields.js'
import { DEFAULTS } from '../../src/options.js'

const readme = readFileSync(`${root}README.md`, 'utf8')

/** The rows of every table, by the text of their first cell. */
const rows = new Map(
  [...readme.matchAll(/^\| (.+?) +\|(.*)\|$/gm)].map(([, name = '', rest = '']) => [name, rest]),
)

it.each(Object.entries(DEFAULTS))(
  'README names the option %s, its default and its attribute',
  (name, value) => {
    const row = rows.get(`\`${name}\``)
    expect(row).toBeDefined()
    if (typeof value === 'boolean' || (typeof value === 'string' && value))
      expect(row).toContain(`\`${value}\``)
    const attribute = `\`data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}\``
    const hasAttribute = typeof value !== 'function' && name !== 'gestures' && name !== 'use'
    expect(row?.includes(attribute)).toBe(hasAttribute)
  },
)

/** Attributes of the optional script tags: the options of their gestures and adapters. */
const PART_OPTIONS = [
  'ratio',
  'include',
  'exclude',
  'minWords',
  'template',
  'elsewhere',
  'legitimateInterest',
  'dataLayer',
  'denied',
]

it('README names no attribute that is no option', () => {
  for (const name of PART_OPTIONS) {
    const parts = ['addressBar', 'attribution', 'google', 'tcf'].map((part) =>
      readFileSync(`${root}src/parts/${part}.ts`, 'utf8'),
    )
    expect(
      parts.some((code) => new RegExp(`const \\{.*\\b${name}\\b.*readScriptData`).test(code)),
    ).toBe(true)
  }
  const named = [...readme.matchAll(/\bdata-([a-z-]+)/g)].map(([, name = '']) => name)
  const options = named
    .filter((name) => !name.startsWith('aparte-'))
    .map((name) => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()))
  expect(options.length).toBeGreaterThan(10)
  expect(options.filter((name) => !(name in DEFAULTS) && !PART_OPTIONS.includes(name))).toEqual([])
})

it.each([['every event', baseFields] as const, ...Object.entries(ownFields)])(
  'README names the fields of %s',
  (type, fields) => {
    const row = rows.get(type === 'every event' ? type : `\`${type === 'x_' ? 'x_…' : type}\``)
    const wanted = Object.entries(fields).map(
      ([name, field]) => `${name}${field.optional ? '?' : ''}`,
    )
    if (type === 'every event') wanted.push('type')
    const last = row?.split('|').at(-1) ?? ''
    const named = [...last.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)
    expect(named.toSorted()).toEqual(wanted.toSorted())
  },
)

it.each(budgets)(
  'README says what $name weighs: `npm run sizes -- --write README.md`',
  async (budget) => {
    const [, table = ''] = /<!-- sizes -->([^]*)<!-- \/sizes -->/.exec(readme) ?? []
    const line = table.split('\n').find((text) => text.startsWith(`${budget.name} `)) ?? ''
    const written = Number(/ +\d+ +(\d+)/.exec(line.slice(budget.name.length))?.[1])
    const { brotli } = await measure(budget)
    // Within 2 %: brotli differs by some bytes from one Node to the next; more of a small difference of two bundles.
    expect(Math.abs(written / brotli - 1)).toBeLessThan(budget.besides ? 0.1 : 0.02)
  },
)
