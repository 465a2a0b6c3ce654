import { describe, expect, it } from 'vitest'
import { detect } from '../../../src/url/detect.js'

const T = 'jj17jrxfr3m34'
const OTHER = 'g0gc6vye2xp5e'
const content = { token: T, channel: 'whatsapp', depth: 2 }

describe('detect', () => {
  it.each([
    `https://journal.example/a?dks=${T}`,
    `https://journal.example/a?x=1&dks=${T}&y=2#top`,
    `/a?dks=${OTHER}&dks=${T}`,
    `/a?dks=${T}&dks=damaged`,
  ])('finds the token as written in %s', (href) => {
    expect(detect(href)).toEqual({ ...content, repaired: false })
  })

  it.each([
    `https://journal.example/a?dks=${T}.`,
    `https://journal.example/a?dks=${T.toUpperCase()}`,
    `https://journal.example/a#dks=${T}`,
    `https://journal.example/#/route?dks=${T}`,
    `https://journal.example/a?x=1&amp;dks=${T}`,
    `https://mail.example/?u=https%3A%2F%2Fjournal.example%2Fa%3Fdks%3D${T}`,
    `https://mail.example/?u=https%253A%252F%252Fjournal.example%252Fa%253Fdks%253D${T}`,
  ])('finds and marks as repaired %s', (href) => {
    expect(detect(href)).toEqual({ ...content, repaired: true })
  })

  it.each([
    '',
    '/a',
    '/a?dks=',
    '/a?dks=summer2026',
    `/a?dks=${T.slice(0, -1)}`,
    `/a?dks=${T}0`,
    `/a?mydks=${T}`,
    `/a?my-dks=${T}`,
    `/a?x=${T}`,
    `/dks/${T}`,
    `/a?dks=Jj17jrxfr3m34`,
    '/a?dks=%',
  ])('finds nothing in %s', (href) => {
    expect(detect(href)).toBeUndefined()
  })

  it('looks for another parameter name', () => {
    expect(detect(`/a?vb=${T}`, { param: 'vb' })).toEqual({ ...content, repaired: false })
    expect(detect(`/a?dks=${T}`, { param: 'vb' })).toBeUndefined()
  })

  it('does not look at more than 8,192 characters', () => {
    const rest = `?dks=${T}`
    expect(detect('/'.padEnd(8192 - rest.length, 'a') + rest)?.token).toBe(T)
    expect(detect('/'.padEnd(8193 - rest.length, 'a') + rest)).toBeUndefined()
  })
})
