// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import { createOutbox, type Outbox } from '../../../src/delivery/outbox.js'
import { createStorage } from '../../../src/storage/createStorage.js'

const PREFIX = 'aparte.dks.'
const idOf = (n: number): string => `event-${n}`.padEnd(21, '_')
const eventOf = (n: number, at = Date.now()): string =>
  JSON.stringify({ id: idOf(n), type: 'view', at })

let open = true
let drops: [string, string][] = []

const makeOutbox = (): Outbox =>
  createOutbox(
    createStorage('localStorage', PREFIX, () => open),
    (json, why) => {
      drops.push([json, why])
    },
  )
const stored = (): string[] => Object.keys(localStorage).sort()
const put = (n: number, ageMs: number): void =>
  localStorage.setItem(`${PREFIX}e.${idOf(n)}`, eventOf(n, Date.now() - ageMs))

beforeEach(() => {
  open = true
  drops = []
  localStorage.clear()
})

describe('the outbox', () => {
  it('writes one key per event and removes it when the event is settled', () => {
    const outbox = makeOutbox()
    outbox.add(idOf(1), eventOf(1))
    outbox.add(idOf(2), eventOf(2))
    expect(stored()).toEqual([`${PREFIX}e.${idOf(1)}`, `${PREFIX}e.${idOf(2)}`])
    for (const entry of outbox.take()) outbox.settle(entry)
    expect(stored()).toEqual([])
    expect(outbox.take()).toEqual([])
  })

  it('keeps events in memory alone while the gate is closed, and stores them when it opens', () => {
    open = false
    const outbox = makeOutbox()
    outbox.add(idOf(1), eventOf(1))
    expect(stored()).toEqual([])
    open = true
    outbox.store()
    expect(stored()).toHaveLength(1)
    expect(outbox.take()).toHaveLength(1)
  })

  it('hands no event to two requests, and hands it out again after a failure', () => {
    const outbox = makeOutbox()
    outbox.add(idOf(1), eventOf(1))
    const entries = outbox.take()
    expect(outbox.take()).toEqual([])
    outbox.release(entries)
    expect(outbox.take()).toHaveLength(1)
  })

  it('takes 100 events and 30 kB at most for a request, and 60 kB for all under way', () => {
    const outbox = makeOutbox()
    for (let n = 0; n < 150; n++) outbox.add(idOf(n), eventOf(n))
    expect(outbox.take()).toHaveLength(100)
    expect(outbox.take()).toHaveLength(50)
    const heavy = makeOutbox()
    const text = 'é'.repeat(3900) // 7,800 bytes
    for (let n = 0; n < 20; n++) heavy.add(idOf(n), JSON.stringify({ text }))
    expect([heavy.take(), heavy.take(), heavy.take()].map((all) => all.length)).toEqual([3, 3, 1])
    expect(heavy.take()).toEqual([])
  })

  it('gives up events beyond 200, and those over 8 KiB, and says so', () => {
    const outbox = makeOutbox()
    for (let n = 0; n < 201; n++) outbox.add(idOf(n), eventOf(n))
    expect(drops).toEqual([[eventOf(200, JSON.parse(drops[0]?.[0] ?? '{}').at as number), 'full']])
    makeOutbox().add(idOf(300), JSON.stringify({ text: 'a'.repeat(8192) }))
    expect(drops).toHaveLength(2)
  })

  it('adopts what an earlier page left 15 s ago or before, in a batch of its own', () => {
    put(1, 20_000)
    const outbox = makeOutbox()
    outbox.add(idOf(2), eventOf(2))
    expect(outbox.adopt()).toBe(false)
    expect(outbox.take().map(({ id }) => id)).toEqual([idOf(2)])
    expect(outbox.take().map(({ id }) => id)).toEqual([idOf(1)])
  })

  it('says that an orphan is too young, and adopts it at the second look', () => {
    put(1, 1000)
    const outbox = makeOutbox()
    expect(outbox.adopt()).toBe(true)
    expect(outbox.take()).toEqual([])
    put(1, 16_000)
    expect(outbox.adopt()).toBe(false)
    expect(outbox.take()).toHaveLength(1)
  })

  it('deletes events after seven days, and says so', () => {
    put(1, 8 * 864e5)
    expect(makeOutbox().adopt()).toBe(false)
    expect(stored()).toEqual([])
    expect(drops[0]?.[1]).toBe('old')
  })

  it.each(['', 'null', '5', '{', '{}', '[]'])(
    'deletes %j under its prefix without a word',
    (value) => {
      localStorage.setItem(`${PREFIX}e.x`, value)
      const outbox = makeOutbox()
      outbox.adopt()
      expect(outbox.take()).toEqual([])
      expect(stored()).toEqual([])
      expect(drops).toEqual([])
    },
  )

  it('does not touch what lies beside it', () => {
    localStorage.setItem(`${PREFIX}own`, 'g0gc6vye2xp5e')
    localStorage.setItem('theme', 'dark')
    makeOutbox().adopt()
    expect(stored()).toEqual([`${PREFIX}own`, 'theme'])
  })

  it('drops an event that it tried to send when another tab has delivered it', () => {
    const outbox = makeOutbox()
    outbox.add(idOf(1), eventOf(1))
    outbox.release(outbox.take())
    localStorage.clear()
    expect(outbox.take()).toEqual([])
  })

  it('keeps an event that was never tried although storage was cleared', () => {
    const outbox = makeOutbox()
    outbox.add(idOf(1), eventOf(1))
    localStorage.clear()
    expect(outbox.take()).toHaveLength(1)
  })

  it('after a step down, keeps events in memory, or forgets them where nothing may be sent', () => {
    const outbox = makeOutbox()
    outbox.add(idOf(1), eventOf(1))
    outbox.release(outbox.take())
    open = false
    localStorage.clear()
    outbox.unstore(false)
    expect(outbox.take()).toHaveLength(1)
    outbox.unstore(true)
    outbox.release()
    expect(outbox.take()).toEqual([])
  })
})
