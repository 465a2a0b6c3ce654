import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { batchSchema } from '../../../src/event/batchSchema.js'
import { checkEvent } from '../../../src/event/checkEvent.js'
import { readBatch } from '../../../src/server/readBatch.js'
import { batchOf, goodEvents } from './goodEvents.js'
import { goodEvent, mutatedEvent } from './arbitraries.js'

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true })
const isBatch = ajv.compile(batchSchema)
const isEvent = ajv.compile({
  ...batchSchema,
  $ref: '#/$defs/event',
  type: undefined,
  properties: undefined,
  required: undefined,
})
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown

describe('the JSON Schema', () => {
  it('takes every good event', () => {
    for (const event of goodEvents) expect([event, isEvent(event)]).toEqual([event, true])
    expect(isBatch(batchOf(goodEvents))).toBe(true)
  })

  it('agrees with the validator on generated good events, and both take them', () => {
    fc.assert(
      fc.property(goodEvent, (event) => {
        expect(checkEvent(event)).toEqual({ ok: true, event })
        expect(isEvent(event)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('agrees with the validator on mutated events, in both directions', () => {
    const seen = { taken: 0, refused: 0 }
    fc.assert(
      fc.property(mutatedEvent.map(asJson), (event) => {
        const { ok } = checkEvent(event)
        seen[ok ? 'taken' : 'refused']++
        expect(isEvent(event)).toBe(ok)
      }),
      { numRuns: 3000 },
    )
    // Agreement on one answer alone would prove little.
    expect(Math.min(seen.taken, seen.refused)).toBeGreaterThan(300)
  })

  it('agrees with readBatch on generated batches', () => {
    const part = <T>(good: T): fc.Arbitrary<unknown> =>
      fc.oneof({ weight: 6, arbitrary: fc.constant(good) }, fc.jsonValue())
    const batch = fc.record({
      v: part(1),
      site: part('journal.example'),
      sentAt: part(1795437705000),
      events: fc.oneof(
        { weight: 6, arbitrary: fc.array(fc.oneof(goodEvent, mutatedEvent), { maxLength: 3 }) },
        fc.jsonValue(),
      ),
      more: fc.jsonValue(),
    })
    fc.assert(
      fc.property(batch.map(asJson), (value) => {
        const read = readBatch(JSON.stringify(value))
        expect(read.ok && read.refused.length === 0).toBe(isBatch(value))
      }),
      { numRuns: 1000 },
    )
  })

  it.each([
    ['\ud800.example', false],
    ['a.\udfff', false],
    ['\udc00\ud800.example', false],
    ['\u{1f600}.example', true],
  ])(
    'agrees with readBatch on the host %j, which is no text where a surrogate is alone',
    (host, isGood) => {
      const view = goodEvents.find(({ type }) => type === 'view')
      for (const batch of [
        { ...batchOf([view]), site: host },
        batchOf([{ ...view, referrerHost: host }]),
      ]) {
        const read = readBatch(JSON.stringify(batch))
        expect(read.ok && read.refused.length === 0).toBe(isGood)
        expect(isBatch(batch)).toBe(isGood)
      }
    },
  )
})
