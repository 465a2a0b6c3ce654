import { expect, it } from 'vitest'
import { canonicalPage } from '../../../src/url/canonicalPage.js'

it.each([
  ['https://journal.example/a?x=1#top', [], 'https://journal.example/a'],
  ['https://journal.example/a?id=7&mail=a@b&id=8', ['id'], 'https://journal.example/a?id=7&id=8'],
  ['https://journal.example/a?ids=7', ['id'], 'https://journal.example/a'],
  ['https://journal.example/#/desk/3?mail=a@b', [], 'https://journal.example/#/desk/3'],
  ['https://journal.example/#!desk', [], 'https://journal.example/#!desk'],
  ['https://reader:secret@journal.example/a', [], 'https://journal.example/a'],
])('shortens %s with %j to %s', (href, queryAllow, page) => {
  expect(canonicalPage(href, queryAllow)).toBe(page)
})

it('keeps 1,000 characters at most', () => {
  expect(canonicalPage(`https://journal.example/${'a'.repeat(2000)}`, [])).toHaveLength(1000)
})
