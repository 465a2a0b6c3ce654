import { describe, expect, it } from 'vitest'
import { createIsOwn } from '../../../src/url/createIsOwn.js'
import { decorate } from '../../../src/url/decorate.js'
import { findOwnInLink } from '../../../src/url/findOwnInLink.js'

const T = 'g0gc6vye2xp5e'
const OLD = 'jj17jrxfr3m34'
const isOwn = createIsOwn(['journal.example'], () => false)
const find = (href: string): ReturnType<typeof findOwnInLink> =>
  findOwnInLink(href, { isOwn, decorate: (url) => decorate(url, T) }).filter(
    ({ start, end, text }) => start < end || text,
  )

describe('findOwnInLink', () => {
  it('gives the place and the text in the encoding of the place, in order', () => {
    const href =
      'https://t.example/?a=https%3A%2F%2Fjournal.example%2F&b=https%253A%252F%252Fjournal.example#https://journal.example/'
    const first = href.indexOf('&b')
    const second = href.indexOf('#')
    expect(find(href)).toEqual([
      { start: first, end: first, text: `%3Fdks%3D${T}` },
      { start: second, end: second, text: `%253Fdks%253D${T}` },
      { start: href.length, end: href.length, text: `%3Fdks%3D${T}` },
    ])
  })

  it('writes plainly into a URL that is the end of the path, or the query', () => {
    for (const head of ['https://t.example/save/', 'https://t.example/append?']) {
      const href = `${head}https://journal.example/a?x=1&y=2#top`
      const at = href.indexOf('#')
      expect(find(href)).toEqual([{ start: at, end: at, text: `&dks=${T}` }])
    }
  })

  it('takes an older token out where it stands, and puts the new one in behind the rest', () => {
    const href = `sms:?body=https%3A%2F%2Fjournal.example%2F%3Fdks%3D${OLD}%26x%3D%c3%a9`
    const start = href.indexOf(`dks%3D${OLD}`)
    expect(find(href)).toEqual([
      { start, end: href.indexOf('x%3D'), text: '' },
      { start: href.length, end: href.length, text: `%26dks%3D${T}` },
    ])
  })

  it.each([
    '',
    'https://t.example/',
    'https://t.example/?u=https%3A%2F%2Fother.example%2F',
    `https://t.example/?u=https%3A%2F%2Fjournal.example%2F%3Fdks%3D${T}`,
    'https://journal.example/',
  ])('finds nothing to change in %j', (href) => {
    expect(find(href)).toEqual([])
  })

  it('follows six levels of encoding, and no more', () => {
    let url = 'https://journal.example/'
    for (let level = 1; level < 7; level++) {
      url = encodeURIComponent(url)
      expect(find(`https://t.example/?u=${url}`)).toHaveLength(1)
    }
    expect(find(`https://t.example/?u=${encodeURIComponent(url)}`)).toEqual([])
  })

  it('writes a character that cannot be encoded as its replacement', () => {
    const own = { isOwn, decorate: (url: string): string => `${url}?\ud800` }
    expect(findOwnInLink('https://t.example/?u=https://journal.example/', own)).toContainEqual({
      start: 45,
      end: 45,
      text: '%3F%EF%BF%BD',
    })
  })
})
