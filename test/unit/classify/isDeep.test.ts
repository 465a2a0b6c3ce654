import { describe, expect, it } from 'vitest'
import { isDeep } from '../../../src/classify/isDeep.js'

const SITE = 'https://journal.example'

describe('isDeep', () => {
  it.each([
    '/2026/11/story',
    '/a/b',
    '/the-long-title',
    '/story-42',
    '/story.html',
    '/fr/politique/la-loi',
    '/tag/climate/2',
    '/?p=42',
    '/#/item/7',
    '/#!/item/7',
    '/%E6%97%A5%E6%9C%AC',
  ])('nobody types %s', (path) => {
    expect(isDeep(SITE + path)).toBe(true)
    expect(isDeep(path)).toBe(true)
  })

  it.each([
    '',
    '/',
    '/?',
    '/#top',
    '/index.html',
    '/fr/',
    '/en-gb',
    '/fr/index.php',
    '/sport',
    '/sport/',
    '/fr/sport/',
    '/tag/climate',
    '/category/world/',
    '/authors/jane',
    '/#/',
  ])('somebody may type %s', (path) => {
    expect(isDeep(SITE + path)).toBe(false)
  })

  it('knows no depth of what is no URL', () => {
    expect(isDeep('https://')).toBe(false)
  })
})
