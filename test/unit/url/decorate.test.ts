import { describe, expect, it } from 'vitest'
import { decorate } from '../../../src/url/decorate.js'
import { strip } from '../../../src/url/strip.js'

const T = 'g0gc6vye2xp5e'
const OLD = 'jj17jrxfr3m34'

describe('decorate', () => {
  it.each([
    ['https://journal.example', `https://journal.example?dks=${T}`],
    ['https://journal.example/a/b', `https://journal.example/a/b?dks=${T}`],
    ['/a?x=1&y=2#top', `/a?x=1&y=2&dks=${T}#top`],
    ['/x?', `/x?&dks=${T}`],
    ['/x?&', `/x?&&dks=${T}`],
    ['/x#', `/x?dks=${T}#`],
    ['/x#a?b=1', `/x?dks=${T}#a?b=1`],
    ['/#/route?tab=2', `/?dks=${T}#/route?tab=2`],
    ['/a?q=%zz&é=ü#ñ', `/a?q=%zz&é=ü&dks=${T}#ñ`],
    ['/a#:~:text=word', `/a?dks=${T}#:~:text=word`],
    ['', `?dks=${T}`],
  ])('turns %s into %s, and back', (url, decorated) => {
    expect(decorate(url, T)).toBe(decorated)
    expect(strip(decorated)).toBe(url)
  })

  it('replaces a token that is already there, also a shouted one', () => {
    expect(decorate(`/a?dks=${OLD}&x=1`, T)).toBe(`/a?x=1&dks=${T}`)
    expect(decorate(`/a?dks=${OLD.toUpperCase()}`, T)).toBe(`/a?dks=${T}`)
    expect(decorate(`/a#dks=${OLD}`, T)).toBe(`/a?dks=${T}`)
  })

  it('keeps values under our name that are no token', () => {
    expect(decorate('/a?dks=summer2026', T)).toBe(`/a?dks=summer2026&dks=${T}`)
  })

  it('takes another parameter name', () => {
    expect(decorate(`/a?dks=${OLD}`, T, { param: 'vb' })).toBe(`/a?dks=${OLD}&vb=${T}`)
  })

  it('uses the fragment where it is asked to and there is none', () => {
    const options = { place: 'fragment' } as const
    expect(decorate('/a?x=1', T, options)).toBe(`/a?x=1#dks=${T}`)
    expect(decorate('/a#top', T, options)).toBe(`/a?dks=${T}#top`)
    expect(decorate('/#!/route', T, options)).toBe(`/?dks=${T}#!/route`)
    expect(strip(`/a?x=1#dks=${T}`)).toBe('/a?x=1')
  })
})

describe('strip', () => {
  it('takes out every token under the name', () => {
    expect(strip(`/a?dks=${T}&x=1&dks=${OLD}#dks=${T}`)).toBe('/a?x=1')
  })

  it.each(['/a?dks=', '/a?dks=summer2026', `/a?xdks=${T}`, `/a?DKS=${T}`, `/a?x=dks=${T}`])(
    'leaves %s alone',
    (url) => expect(strip(url)).toBe(url),
  )
})
