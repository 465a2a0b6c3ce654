import { expect, it } from 'vitest'
import { createSeen } from '../../examples/collector/store/createSeen.js'
import { readSql } from '../../examples/collector/store/readSql.js'
import { timestamp } from '../../examples/collector/store/timestamp.js'
import { batch, post, share, tokenOf } from './collectorEvents.js'
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

it('remembers only so many, lets the earliest go first, and says up to when', () => {
  const full: number[] = []
  const seen = createSeen({ maxTables: 2, onFull: (newestMs) => full.push(newestMs) })
  const PER_TABLE = 786_432
  for (let n = 0; n < 2 * PER_TABLE; n++) seen.add(`key ${n}`, n)
  expect(full).toEqual([])
  expect([seen.has('key 0'), seen.has(`key ${2 * PER_TABLE - 1}`)]).toEqual([true, true])
  seen.add('one more', 2 * PER_TABLE)
  expect(full).toEqual([PER_TABLE - 1])
  const known = ['key 0', `key ${PER_TABLE - 1}`, `key ${PER_TABLE}`, 'one more']
  expect(known.map((key) => seen.has(key))).toEqual([false, false, true, true])
})

it('reads a store in the order in which it was filled', async () => {
  const { url, query } = await startCollector()
  for (let n = 0; n < 5; n++)
    await post(url, batch(Array.from({ length: 100 }, (_, id) => share(tokenOf(100 * n + id)))))
  const sql = readSql('seen')
  const rows = await query(sql, { since: timestamp(0) })
  const times = rows.map(({ received_ms }) => Number(received_ms))
  expect(times).toHaveLength(500)
  expect(times).toEqual(times.toSorted((one, other) => one - other))
})
