import { expect, it } from 'vitest'
import { createIsOwn } from '../../../src/url/createIsOwn.js'

const isOwn = createIsOwn(['journal.example', 'm.journal.example:8080'], (path) =>
  path.startsWith('/account'),
)

it.each([
  'https://journal.example',
  'http://journal.example/a?b#c',
  'https://JOURNAL.example:443/',
  'https://m.journal.example:8080/',
])('%s is own', (href) => expect(isOwn(href)).toBe(true))

it.each([
  '',
  '/a',
  'https://other.example/?https://journal.example',
  'https://www.journal.example/',
  'https://journal.example.evil.example/',
  'https://m.journal.example/',
  'https://reader@journal.example/',
  'https://reader:secret@journal.example/',
  'https://journal.example/account/7',
  'ftp://journal.example/',
  'javascript:"https://journal.example"',
  'mailto:desk@journal.example',
  'https://',
  `https://journal.example/${'a'.repeat(8192)}`,
])('%s is not', (href) => expect(isOwn(href)).toBe(false))
