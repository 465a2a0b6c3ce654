/** The document of the share bar against the code: every attribute, property, channel, language and export. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { root } from '../../scripts/setup/root.mjs'
import { allParts } from '../../src/share-bar/allParts.js'
import * as languages from '../../src/share-bar/labels.js'
import { createShareBar } from '../../src/share-bar/createShareBar.js'
import { style } from '../../src/share-bar/style.js'
import { wechat } from '../../src/share-bar/wechat.js'

const text = readFileSync(`${root}docs/share-bar.md`, 'utf8')
const { channels } = allParts(wechat)
const { observedAttributes } = createShareBar(allParts(wechat)) as unknown as {
  observedAttributes: string[]
}

it.each([...observedAttributes, 'names'])('it has a row for the attribute %s', (name) => {
  expect(text).toMatch(RegExp(`^\\| \`${name}\` `, 'm'))
})

it('it has the custom properties of the style sheet with their defaults, and no others', () => {
  const used = [...style.matchAll(/var\((--[\w-]+),([^()]+)\)/g)].map(
    ([, name, value]) => `${name} ${value}`,
  )
  const rows = [...text.matchAll(/^\| `(--[\w-]+)` .*\| `([^`]+)`\s*\|$/gm)].map(
    ([, name, value]) => `${name} ${value}`,
  )
  expect(rows.toSorted()).toEqual([...new Set(used)].toSorted())
})

it('it names every channel and every language', () => {
  const missing = [...channels.map(({ channel }) => channel), ...Object.keys(languages)].filter(
    (name) => !text.includes(`\`${name}\``),
  )
  expect(missing).toEqual([])
})

it('the change log counts them', () => {
  const log = readFileSync(`${root}CHANGELOG.md`, 'utf8')
  expect(log).toContain(`${channels.length} channels,\n  eleven languages`)
  expect(Object.keys(languages)).toHaveLength(11)
})
