import { describe, expect, it } from 'vitest'
import { createIsOwn } from '../../../src/url/createIsOwn.js'
import { decorate } from '../../../src/url/decorate.js'
import { editUrls, type OwnUrls } from '../../../src/url/editUrls.js'

const T = 'g0gc6vye2xp5e'
const own: OwnUrls = {
  isOwn: createIsOwn(['journal.example'], () => false),
  decorate: (url) => decorate(url, T),
}

describe('editUrls', () => {
  it.each([
    ['', ''],
    ['no URL at all', 'no URL at all'],
    ['https://other.example/', 'https://other.example/'],
    ['https://journal.example/a', `https://journal.example/a?dks=${T}`],
    [
      ' See https://journal.example/a?x=1#top, and (https://journal.example/b)!\n',
      ` See https://journal.example/a?x=1&dks=${T}#top, and (https://journal.example/b?dks=${T})!\n`,
    ],
    [
      '[a](https://journal.example/a) [url=https://journal.example/b]b[/url]',
      `[a](https://journal.example/a?dks=${T}) [url=https://journal.example/b?dks=${T}]b[/url]`,
    ],
    // No HTML, so the entity is a part of the URL.
    ['https://journal.example/?a&amp;b', `https://journal.example/?a&amp;b&dks=${T}`],
  ])('turns the text %j into %j', (text, edited) => {
    expect(editUrls(text, own)).toBe(edited)
  })

  it.each([
    [
      '<a href="https://journal.example/a">https://journal.example/a</a>',
      `<a href="https://journal.example/a?dks=${T}">https://journal.example/a?dks=${T}</a>`,
    ],
    [
      "<a class=x HREF='https://journal.example/?a=1&amp;b=2#c'>b</a>",
      `<a class=x HREF='https://journal.example/?a=1&amp;b=2&amp;dks=${T}#c'>b</a>`,
    ],
    [
      '<a\nhref="https://journal.example/a">b</a> <a href="https://other.example/">c</a>',
      `<a\nhref="https://journal.example/a?dks=${T}">b</a> <a href="https://other.example/">c</a>`,
    ],
  ])('decorates texts and links of HTML: %j', (html, edited) => {
    expect(editUrls(html, own, true)).toBe(edited)
  })

  it.each([
    '<img src="https://journal.example/a.png">',
    "<img src='https://journal.example/a.png'>",
    '<a data-href="https://journal.example/a">b</a>',
    '<a title="https://journal.example/a">b</a>',
    '<base xhref="https://journal.example/">',
    '<a href="https://journal.example.evil/a">b</a>',
  ])('leaves every other attribute alone: %s', (html) => {
    expect(editUrls(html, own, true)).toBe(html)
  })

  it('asks for each URL as a reader would open it', () => {
    const asked: string[] = []
    const isOwn = (url: string): boolean => asked.push(url) < 0
    editUrls('<a href="https://journal.example/?a=1&amp;b=2">', { ...own, isOwn }, true)
    expect(asked).toEqual(['https://journal.example/?a=1&b=2'])
  })
})
