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
    // Marks of the direction of a text, and a joiner inside a word.
    ['\u200fhttps://journal.example/a\u200f', 'https://journal.example/a'],
    ['\u2068https://journal.example/a\u2069.', 'https://journal.example/a'],
    ['https://journal.example/می\u200cشود', 'https://journal.example/می\u200cشود'],
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

  it.each([
    'https://journal.example/a|b',
    'https://journal.example/l’article',
    'https://journal.example/a/{id}/b',
    'https://journal.example/a^b',
  ])('leaves a URL alone that goes on behind a character where others stop: %s', (text) => {
    expect(urlsIn(text)).toEqual([])
  })

  it('ends a URL at East Asian punctuation, with or without blanks', () => {
    expect(urlsIn('请看https://journal.example/a。更多内容')).toEqual(['https://journal.example/a'])
    expect(urlsIn('「https://journal.example/a」と')).toEqual(['https://journal.example/a'])
  })

  it.each([
    ['[url=https://journal.example/a]title[/url]', 'https://journal.example/a'],
    ["[url='https://journal.example/a']title[/url]", 'https://journal.example/a'],
    ['[url]https://journal.example/a[/url]', 'https://journal.example/a'],
    ['[title](https://journal.example/a), more', 'https://journal.example/a'],
    ['[title](https://journal.example/a)more', 'https://journal.example/a'],
    ['[title](https://journal.example/A_(b))more', 'https://journal.example/A_(b)'],
    ['[title](https://journal.example/a?b[0]=1)more', 'https://journal.example/a?b[0]=1'],
    ['<a href=https://journal.example/a>title</a>', 'https://journal.example/a'],
    ["<a href='https://journal.example/a'>title</a>", 'https://journal.example/a'],
    ['[https://journal.example/a]', 'https://journal.example/a'],
    ['see https://journal.example/a?b[0].', 'https://journal.example/a?b[0]'],
    ['see https://journal.example/a)b', 'https://journal.example/a)b'],
    ['(https://journal.example/a|b)', undefined],
  ])('ends a URL in the markup %s at %s', (text, url) => {
    expect(urlsIn(text)).toEqual(url ? [url] : [])
  })

  it.each([
    '[https://journal.example/1](https://journal.example/2)',
    '[url=https://journal.example/1]https://journal.example/2[/url]',
    '[![title](https://journal.example/1)](https://journal.example/2)',
    '<a href="https://journal.example/1">https://journal.example/2</a>',
  ])('finds both URLs of a link in the markup %s', (text) => {
    expect(urlsIn(text)).toEqual(['https://journal.example/1', 'https://journal.example/2'])
  })

  it('gets through megabytes of punctuation, and takes nothing with more than 50 signs at its end', () => {
    expect(urlsIn(`https://journal.example/${')'.repeat(1e7)}`)).toEqual([])
    expect(urlsIn(`https://journal.example/${'('.repeat(8000)} `.repeat(100))).toEqual([])
    expect(urlsIn('](https://journal.example/'.repeat(1e5))).toHaveLength(1e5)
    expect(urlsIn(']'.repeat(1e7))).toEqual([])
    expect(urlsIn(`https://journal.example/a${'.'.repeat(49)}`)).toHaveLength(1)
    expect(urlsIn(`https://journal.example/a${'.'.repeat(50)}`)).toEqual([])
  })
})
