import { expect, it } from 'vitest'
import { createSeen } from '../../examples/collector/store/createSeen.js'
import { batch, post, share } from './collectorEvents.js'
import { newStore, startCollector } from './collectorFolder.js'

const DAY_MS = 86_400_000

it('knows every key that was added, and no other, over more keys than one table holds', () => {
  const seen = createSeen()
  const keyOf = (_: unknown, index: number): string =>
    `journal.example ${String(index).padStart(21, '_')}`
  const all = Array.from({ length: 1_000_000 }, keyOf)
  const keys = all.slice(0, 900_000)
  for (const key of keys) seen.add(key, 0)
  expect(keys.filter((key) => !seen.has(key))).toEqual([])
  expect(all.slice(900_000).filter((key) => seen.has(key))).toEqual([])
})

it('tells keys apart that differ in one place', () => {
  const seen = createSeen()
  seen.add('journal.example aaaaaaaaaaaaaaaaaaaaa', 0)
  const near = Array.from({ length: 37 * 26 }, (_, index) => {
    const [place, letter] = [Math.floor(index / 26), String.fromCharCode(97 + (index % 26))]
    const key = 'journal.example aaaaaaaaaaaaaaaaaaaaa'
    return key.slice(0, place) + letter + key.slice(place + 1)
  }).filter((key) => key !== 'journal.example aaaaaaaaaaaaaaaaaaaaa')
  expect(near.filter((key) => seen.has(key))).toEqual([])
})

it('lets keys go ten days after the newest of their table, and not before', () => {
  const seen = createSeen()
  seen.add('one', 0)
  seen.add('two', DAY_MS)
  seen.forget(11 * DAY_MS - 1)
  expect([seen.has('one'), seen.has('two')]).toEqual([true, true])
  seen.forget(11 * DAY_MS)
  expect([seen.has('one'), seen.has('two')]).toEqual([false, false])
})

it('takes a repeat for one after a restart, eight days later', async () => {
  const first = await startCollector(await newStore())
  const sent = batch([share('jj17jrxfr3m34')])
  expect((await post(first.url, sent)).answer).toMatchObject({ stored: 1, repeated: 0 })
  await first.query("update events set received = received - interval '8 days'")
  await first.close()
  const second = await startCollector(first.file)
  expect((await post(second.url, sent)).answer).toMatchObject({ stored: 0, repeated: 1 })
})
