import { describe, expect, it } from 'vitest'
import { findOwnUrls } from '../../../src/url/findOwnUrls.js'

const isOwn = (href: string): boolean => href.startsWith('https://journal.example')
const urlsIn = (text: string): string[] => findOwnUrls(text, isOwn).map(({ url }) => url)

describe('findOwnUrls', () => {
  it.each([
    ['See https://journal.example/a.', 'https://journal.example/a'],
    ['(https://journal.example/a)', 'https://journal.example/a'],
    ['https://journal.example/Aparte_(word)', 'https://journal.example/Aparte_(word)'],
    ['(https://journal.example/Aparte_(word)).', 'https://journal.example/Aparte_(word)'],
    ['«https://journal.example/é»', 'https://journal.example/é'],
    ['“https://journal.example/a?b=c&d=e#f”!', 'https://journal.example/a?b=c&d=e#f'],
    ['先看https://journal.example/a。', 'https://journal.example/a'],
    ['https://journal.example/a/', 'https://journal.example/a/'],
    ['https://other.example/a', undefined],
    ['journal.example/a', undefined],
  ])('reads %s as %s', (text, url) => {
    expect(urlsIn(text)).toEqual(url ? [url] : [])
  })

  it('gives the place of each, in order', () => {
    const text = 'a https://journal.example/1, https://other.example/ https://journal.example/2'
    for (const { start, end, url } of findOwnUrls(text, isOwn))
      expect(text.slice(start, end)).toBe(url)
    expect(urlsIn(text)).toEqual(['https://journal.example/1', 'https://journal.example/2'])
  })

  it('gets through ten megabytes of brackets behind a URL', () => {
    expect(urlsIn(`https://journal.example/${')'.repeat(1e7)}`)).toHaveLength(1)
  })
})
