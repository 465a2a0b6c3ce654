import { describe, expect, it } from 'vitest'
import { isDamaged } from '../../../src/url/isDamaged.js'

const T = 'jj17jrxfr3m34'
const CUT = T.slice(0, 7)

describe('isDamaged', () => {
  it.each([
    // Cut, with and without what was put behind it.
    '/a?dks=',
    '/a?dks=&fbclid=1',
    '/a?dks=#top',
    '/a?dks=j',
    `/a?dks=${CUT}`,
    `/a?dks=${CUT}...`,
    `/a?dks=${CUT}…`,
    `/a?dks=${CUT}&fbclid=1`,
    `/a?dks=${CUT}%E2%80%A6`,
    `/a?dks=${CUT.toUpperCase()}`,
    // Changed.
    '/a?dks=jj17jrxfr3m35',
    '/a?dks=jj17jrxf3rm34',
    '/a?dks=3j17jrxfr3m34',
    '/a?dks=jj17jrxfr3mo4',
    `/a?dks=0${T}`,
    // Glued: where it ends cannot be told.
    `/a?dks=${T}Lire`,
    `/a?dks=${T}https://journal.example/`,
    `/a?dks=${T}_b`,
    `/a?dks=${T}${T}`,
    // The same in other forms.
    `/a#dks=${CUT}`,
    `/a#/route?dks=${CUT}`,
    `/a;dks=${CUT}`,
    `/a?x=1&amp;dks=${CUT}`,
    `/a?dks=3D${CUT}`,
    `/a?x=1%26dks%3D${CUT}`,
    `/login?next=%252Fa%253Fdks%253D${CUT}`,
    `/A?DKS=${CUT.toUpperCase()}`,
  ])('tells that there was a token in %s', (href) => {
    expect(isDamaged(href)).toBe(true)
  })

  it.each([
    '',
    '/a',
    '/a?x=1#top',
    '/a?dks',
    '/dks/a',
    '/a?q=dks',
    '/a?dks:1',
    `/a?mydks=${CUT}`,
    `/a?my.dks=${CUT}`,
    `/a?dks[]=${CUT}`,
    '/a?dks=summer2026',
    '/a?dks=SUMMER2026',
    '/a?dks=1',
    '/a?dks=1700000000000',
    '/a?dks=5f4dcc3b5aa765d61d8327deb882cf99',
    '/a?dks=550e8400-e29b-41d4-a716-446655440000',
    '/a?dks=https://journal.example/',
    '/a?dks=share_btn_url',
    '/a?dks=true',
    '/a?dks=%E6%90%9C%E7%B4%A2',
  ])('takes for no token of ours what is in %s', (href) => {
    expect(isDamaged(href)).toBe(false)
  })

  it.each([
    `/a?dks=${T}`,
    `/a?dks=${T}.`,
    `/a?dks=${CUT}&dks=${T}`,
    `/a?dks=${T}&dks=`,
    `/login?next=%2Fa%3Fdks%3D${T}&dks=${CUT}`,
  ])('is silent where an intact token is found: %s', (href) => {
    expect(isDamaged(href)).toBe(false)
  })

  it('looks for another parameter name', () => {
    expect(isDamaged(`/a?vb=${CUT}`, { param: 'vb' })).toBe(true)
    expect(isDamaged(`/a?vb=${CUT}`)).toBe(false)
  })

  it('does not look at more than 8,192 characters', () => {
    expect(isDamaged(`${'/'.padEnd(8187, 'a')}?dks=`)).toBe(true)
    expect(isDamaged(`${'/'.padEnd(8188, 'a')}?dks=`)).toBe(false)
  })
})
