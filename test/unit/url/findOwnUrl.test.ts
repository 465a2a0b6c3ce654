import { describe, expect, it } from 'vitest'
import { createIsOwn } from '../../../src/url/createIsOwn.js'
import { findOwnUrl } from '../../../src/url/findOwnUrl.js'

const isOwn = createIsOwn(['journal.example'], () => false)
const find = (text: string): string | undefined => findOwnUrl(text, isOwn)

describe('findOwnUrl', () => {
  it.each([
    'https://journal.example',
    'https://journal.example/a?x=1&y=2#top',
    'https://journal.example/a|b',
    'https://journal.example/l’article',
    'https://journal.example/a.',
    'HTTPS://JOURNAL.EXAMPLE/A',
  ])('takes %s', (url) => {
    expect(find(url)).toBe(url)
    expect(find(`\n ${url}\t\u00a0`)).toBe(url)
  })

  it.each([
    '',
    ' ',
    'journal.example/a',
    '/a',
    'https://other.example/',
    'https://journal.example/a b',
    'https://journal.example/a\nb',
    'Read https://journal.example/a',
    'https://journal.example/a\u2003https://journal.example/b',
    'mailto:editor@journal.example',
  ])('takes nothing of %j', (text) => {
    expect(find(text)).toBeUndefined()
  })
})
