import { describe, expect, it } from 'vitest'
import { findLabels } from '../../../src/share-bar/findLabels.js'
import * as languages from '../../../src/share-bar/labels.js'

const { en, fr, de, pt, ptBR, zhHans, zhHant } = languages
const { en: first, ...others } = languages
const all = [first, ...Object.values(others)]

describe('findLabels', () => {
  it.each([
    ['en', 'en'],
    ['en-GB', 'en'],
    ['fr', 'fr'],
    ['fr-CA', 'fr'],
    ['FR-be', 'fr'],
    ['de-AT-1996', 'de'],
    ['es-419', 'es'],
    ['pt', 'pt-BR'], // the likely region of pt is Brazil
    ['pt-BR', 'pt-BR'],
    ['pt-br', 'pt-BR'],
    ['pt-PT', 'pt-PT'],
    ['pt-AO', 'pt-PT'],
    ['it-CH', 'it'],
    ['ar-EG', 'ar'],
    ['ar-MA', 'ar'],
    ['ja-JP', 'ja'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh-Hant-CN', 'zh-Hant'],
    ['zh-Hans-TW', 'zh-Hans'],
    // Missing, and no tags.
    ['nl', 'en'],
    ['az-Arab', 'en'],
    ['', 'en'],
    ['x', 'en'],
    ['not a tag', 'en'],
    ['"><script>', 'en'],
  ])('takes for the tag %j the labels in %s', (tag, lang) => {
    expect(findLabels(all, tag).lang).toBe(lang)
  })

  it.each([
    [[fr, en], 'nl', fr],
    [[de], 'fr', de],
    [[en, pt], 'pt', pt],
    [[en, ptBR], 'pt-PT', ptBR],
    [[en, zhHant], 'zh-CN', en],
    [[en, zhHans, zhHant], 'zh-MO', zhHant],
  ])('makes do with what the page ships, case %#', (shipped, tag, wanted) => {
    expect(findLabels(shipped, tag)).toBe(wanted)
  })

  it('refuses to do without a language', () => {
    expect(() => findLabels([], 'en')).toThrow(TypeError)
  })
})
