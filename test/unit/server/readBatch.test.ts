import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBatch } from '../../../src/server/readBatch.js'
import { batchOf, goodEvents } from '../event/goodEvents.js'
import { mutatedEvent } from '../event/arbitraries.js'

const read = (value: unknown): ReturnType<typeof readBatch> => readBatch(JSON.stringify(value))
const [share, , landing] = goodEvents

describe('readBatch', () => {
  it('gives back a good batch', () => {
    const batch = batchOf(goodEvents)
    expect(read(batch)).toEqual({ ok: true, batch, refused: [], repeated: 0 })
  })

  it('drops unknown fields of the batch and of its events', () => {
    expect(read({ ...batchOf([{ ...share, person: 1 }]), key: 'x' })).toEqual({
      ok: true,
      batch: batchOf([share]),
      refused: [],
      repeated: 0,
    })
  })

  it('keeps the good events beside bad ones and names the bad ones by id or place', () => {
    const bad = { ...landing, depth: 9 }
    expect(read(batchOf([bad, share, { type: 'share' }, null, { ...share, id: 'x' }]))).toEqual({
      ok: true,
      batch: batchOf([share]),
      refused: [
        { id: landing?.id, why: 'depth must be a whole number from 0 to 7' },
        { id: '#2', why: 'id is missing' },
        { id: '#3', why: 'an event must be an object' },
        { id: '#4', why: 'id must be an id of 21 characters' },
      ],
      repeated: 0,
    })
  })

  it('counts the later events of one id as repeats of the first good one', () => {
    const bad = { ...share, depth: 9 }
    expect(read(batchOf([bad, share, { ...landing, id: share?.id }, share]))).toEqual({
      ok: true,
      batch: batchOf([share]),
      refused: [{ id: share?.id, why: 'depth must be a whole number from 0 to 7' }],
      repeated: 2,
    })
  })

  it.each([
    ['nothing', '', 'not JSON'],
    ['half of a batch', JSON.stringify(batchOf([share])).slice(0, -2), 'not JSON'],
    ['a list', '[]', 'one JSON object'],
    ['null', 'null', 'one JSON object'],
    ['text', '"v"', 'one JSON object'],
    ['another version', JSON.stringify({ ...batchOf([share]), v: 2 }), 'v must be 1'],
    ['a version as text', JSON.stringify({ ...batchOf([share]), v: '1' }), 'v must be 1'],
    ['no site', JSON.stringify({ ...batchOf([share]), site: undefined }), 'site must be'],
    ['a URL as site', JSON.stringify({ ...batchOf([share]), site: 'https://a' }), 'site must be'],
    ['no sentAt', JSON.stringify({ ...batchOf([share]), sentAt: null }), 'sentAt must be'],
    ['no events', JSON.stringify({ ...batchOf([]), events: undefined }), 'events must be a list'],
    ['an empty list', JSON.stringify(batchOf([])), 'events must be a list of 1 to 100'],
    ['101 events', JSON.stringify(batchOf(Array(101).fill(share))), 'events must be a list'],
    ['events by name', JSON.stringify({ ...batchOf([]), events: { length: 1 } }), 'events must be'],
    ['deep nesting', '['.repeat(60_000), 'not JSON'],
  ])('refuses %s with one sentence', (_name, body, why) => {
    const result = readBatch(body)
    expect(result).toMatchObject({ ok: false, why: expect.stringContaining(why) as string })
    expect(!result.ok && result.why).toMatch(/^[^.]+\.$/)
  })

  it('takes 100 events', () => {
    const events = Array.from({ length: 100 }, (_, n) => ({
      ...share,
      id: String(n).padStart(21, '0'),
    }))
    expect(read(batchOf(events))).toMatchObject({ ok: true, refused: [], repeated: 0 })
  })

  it('never throws, whatever arrives, and accounts for every event', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.json()),
        (body) => void readBatch(body),
      ),
    )
    fc.assert(
      fc.property(
        fc.array(fc.oneof(mutatedEvent, fc.jsonValue()), { minLength: 1, maxLength: 8 }),
        (events) => {
          const result = read(batchOf(events))
          expect(
            result.ok && result.batch.events.length + result.refused.length + result.repeated,
          ).toBe(events.length)
        },
      ),
    )
  })
})
