import { expect, it } from 'vitest'
import { channels, type Kind } from '../../../src/channel/channels.js'
import { kindOf } from '../../../src/channel/kindOf.js'

/** First and last channel of each kind, as the design lists them. */
const RUNS: [Kind, number, number][] = [
  ['blind', 0, 7],
  ['other', 8, 9],
  ['private', 10, 32],
  ['public', 33, 48],
  ['later', 49, 52],
  ['other', 53, 59],
]

it.each(RUNS)('says %s for the codes %i to %i', (kind, first, last) => {
  expect(new Set(channels.slice(first, last + 1).map(kindOf))).toEqual(new Set([kind]))
})

it('covers every code', () => {
  expect(RUNS.reduce((count, [, first, last]) => count + last - first + 1, 0)).toBe(channels.length)
})
