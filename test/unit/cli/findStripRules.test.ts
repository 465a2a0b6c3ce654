import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findStripRules } from '../../../src/cli/findStripRules.js'
import { readStripRules } from '../../corpus/readStripRules.js'

const TOKEN = 'jj17jrxfr3m34'
const rules = readStripRules().filter(({ scope }) => scope !== 'site')

/** Lists with what they hold against a name, as the corpus has it. */
const expected = (name: string): string[] => {
  const told = rules
    .filter(({ hits }) => hits(name, TOKEN))
    .flatMap(({ lists, scope }) => lists.map((list) => `${list} ${scope}`))
  return [...new Set(told)].sort()
}
const found = (name: string): string[] => {
  const told = findStripRules(name).map(
    ({ list, conditional }) => `${list} ${conditional ? 'conditional' : 'global'}`,
  )
  return [...new Set(told)].sort()
}

describe('the default name', () => {
  it('is stripped by no rule of any list, for all sites, on a condition, or for one site', () => {
    const hit = readStripRules().filter(({ hits }) => hits('dks', TOKEN) || hits('DKS', TOKEN))
    expect(hit).toEqual([])
    expect(findStripRules('dks')).toEqual([])
  })
})

describe('findStripRules', () => {
  it('knows what the lists hold, for every name that any of them writes', () => {
    const names = new Set(
      readStripRules().flatMap(({ pattern }) => pattern.match(/\b[a-z]{2,8}\b/g) ?? []),
    )
    expect(names.size).toBeGreaterThan(1000)
    const wrong = [...names].filter((name) => found(name).join() !== expected(name).join())
    expect(wrong).toEqual([])
  })

  it('knows what the lists hold, for any name', () => {
    const letters = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz')
    const names = fc.string({ unit: letters, minLength: 2, maxLength: 8 })
    const near = fc
      .tuple(fc.constantFrom('adjust', 'affcid', 'itm', 'mc', 'wt', 'ref'), letters, letters)
      .chain(([word, a, b]) =>
        fc.constantFrom(word, word + a, a + word, word + a + b, a + b + word),
      )
      .filter((name) => name.length <= 8)
    fc.assert(
      fc.property(fc.oneof(names, near), (name) => {
        expect(found(name)).toEqual(expected(name))
      }),
      { numRuns: 300 },
    )
  })

  it('names the list, the pattern and whether it is conditional', () => {
    expect(findStripRules('amc')).toEqual([
      { list: 'ClearURLs', pattern: '[a-z]?mc', conditional: false },
    ])
    expect(findStripRules('via')).toEqual([
      { list: 'Actually Legitimate URL Shortener', pattern: 'via', conditional: true },
    ])
  })
})
