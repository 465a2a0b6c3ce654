// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createOutbox, type Outbox } from '../../../src/delivery/outbox.js'
import { createStorage } from '../../../src/storage/createStorage.js'

const PREFIX = 'aparte.dks.'
const idOf = (n: number): string => `event-${n}`.padEnd(21, '_')
const eventOf = (n: number, at = Date.now()): string =>
  JSON.stringify({ id: idOf(n), type: 'view', at })

let open = true
let fit = (json: string): string => json
let drops: [string, string][] = []

const makeOutbox = (): Outbox =>
  createOutbox(
    createStorage('localStorage', PREFIX, () => open),
    (json) => fit(json),
    (json, why) => {
      drops.push([json, why])
    },
  )
const stored = (): string[] => Object.keys(localStorage).sort()
const put = (n: number, ageMs: number): void =>
  localStorage.setItem(`${PREFIX}e.${idOf(n)}`, eventOf(n, Date.now() - ageMs))

/** As another tab tells of it; happy-dom has one only. */
const removeElsewhere = (n: number): void => {
  const key = `${PREFIX}e.${idOf(n)}`
  localStorage.removeItem(key)
  window.dispatchEvent(Object.assign(new Event('storage'), { key, oldValue: '{}', newValue: null }))
}

beforeEach(() => {
  open = true
  fit = (json) => json
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

  it('forgets an event that another tab has delivered', () => {
    const outbox = makeOutbox()
    outbox.add(idOf(1), eventOf(1))
    outbox.release(outbox.take())
    removeElsewhere(1)
    expect(outbox.take()).toEqual([])
    expect(outbox.waits()).toBe(false)
  })

  it('forgets what was delivered elsewhere while the page slept, and keeps the rest', () => {
    const outbox = makeOutbox()
    for (const n of [1, 2]) outbox.add(idOf(n), eventOf(n))
    outbox.take()
    localStorage.removeItem(`${PREFIX}e.${idOf(1)}`)
    outbox.awake()
    expect(outbox.take().map(({ id }) => id)).toEqual([idOf(2)])
  })

  it('keeps all where storage was cleared while the page slept: rather a repeat than a loss', () => {
    const outbox = makeOutbox()
    outbox.add(idOf(1), eventOf(1))
    outbox.take()
    localStorage.clear()
    outbox.awake()
    expect(outbox.take()).toHaveLength(1)
  })

  it('keeps events that it tried to send although the page cleared its storage, and stores them again', () => {
    vi.useFakeTimers()
    const outbox = makeOutbox()
    outbox.add(idOf(1), eventOf(1))
    outbox.release(outbox.take())
    localStorage.clear()
    vi.advanceTimersByTime(16_000)
    expect(outbox.take()).toHaveLength(1)
    expect(stored()).toHaveLength(1)
    vi.useRealTimers()
  })

  it('leaves an event to the tab that has claimed it last, for 15 s', () => {
    vi.useFakeTimers()
    const [first, second] = [makeOutbox(), makeOutbox()]
    first.add(idOf(1), eventOf(1))
    first.release(first.take())
    vi.advanceTimersByTime(16_000)
    second.adopt()
    second.release(second.take())
    // Valid JSON, with the event as it was.
    const [key = ''] = stored()
    expect(JSON.parse(localStorage.getItem(key) ?? '')).toMatchObject({ id: idOf(1), type: 'view' })
    expect(makeOutbox().adopt()).toBe(true)
    expect(first.take()).toEqual([])
    expect(first.waits()).toBe(true)
    vi.advanceTimersByTime(16_000)
    const [entry] = first.take()
    expect(JSON.parse(entry?.json ?? '')).not.toHaveProperty('claim')
    expect(second.take()).toEqual([])
    vi.useRealTimers()
  })

  it.each([8, -8])('takes a claim that is %d days away for an old one', (days) => {
    vi.useFakeTimers()
    const outbox = makeOutbox()
    outbox.add(idOf(1), eventOf(1))
    outbox.release(outbox.take())
    vi.setSystemTime(Date.now() + days * 864e5)
    expect(outbox.take()).toHaveLength(1)
    vi.useRealTimers()
  })

  it('stores 205 events in all, whatever tabs there are, and keeps more in memory', () => {
    for (let tab = 0; tab < 3; tab++) {
      const outbox = makeOutbox()
      for (let n = 0; n < 150; n++) outbox.add(idOf(tab * 1000 + n), eventOf(n))
      expect(outbox.take()).toHaveLength(100)
    }
    expect(stored()).toHaveLength(205)
    expect(drops).toEqual([])
  })

  it('adopts a hundred at a time, so that there is room for the events of the page', () => {
    for (let n = 0; n < 150; n++) put(n, 20_000)
    const outbox = makeOutbox()
    expect(outbox.adopt()).toBe(true)
    for (const entry of outbox.take()) outbox.settle(entry)
    expect(outbox.adopt()).toBe(false)
    expect(outbox.take()).toHaveLength(50)
  })

  it('has room for what tells of losses when it is full', () => {
    const outbox = makeOutbox()
    for (let n = 0; n < 200; n++) outbox.add(idOf(n), eventOf(n))
    for (let n = 300; n < 306; n++) outbox.add(idOf(n), JSON.stringify({ type: 'lost' }))
    expect(drops).toHaveLength(1)
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
    outbox.refit(true, () => {})
    expect(outbox.take()).toHaveLength(1)
    outbox.forget()
    outbox.awake()
    expect(outbox.take()).toEqual([])
  })

  it('stores again what a step down had deleted, once that is allowed', () => {
    const outbox = makeOutbox()
    outbox.add(idOf(1), eventOf(1))
    open = false
    localStorage.clear()
    outbox.refit(true, () => {})
    outbox.store()
    expect(stored()).toEqual([])
    open = true
    outbox.refit(false, () => {})
    outbox.store()
    expect(stored()).toHaveLength(1)
  })

  it('fits what waits, what other pages left, and what it adopts, to the mode of consent', () => {
    const [first, second] = [makeOutbox(), makeOutbox()]
    first.add(idOf(1), eventOf(1))
    second.add(idOf(2), eventOf(2))
    put(3, 20_000)
    localStorage.setItem(`${PREFIX}e.x`, 'not ours')
    const before = localStorage.getItem(`${PREFIX}e.${idOf(1)}`)
    fit = (json) => json.replace('"view"', '"less"')
    const heard: [string, string][] = []
    first.refit(true, (from, to) => heard.push([from, to]))
    expect(heard).toEqual([[before, before?.replace('"view"', '"less"')]])
    expect(
      Object.values({ ...localStorage })
        .map(String)
        .filter((value) => value.includes('"less"')),
    ).toHaveLength(3)
    expect(localStorage.getItem(`${PREFIX}e.x`)).toBe('not ours')
    // The other page has a mode of its own, and its events as they were.
    expect(second.take()[0]?.json).toContain('"view"')
    put(4, 20_000)
    first.adopt()
    const jsons = [...first.take(), ...first.take()].map(({ json }) => json)
    expect(jsons).toHaveLength(3)
    expect(jsons.every((json) => json.includes('"less"'))).toBe(true)
  })

  it('does not touch storage for a mode that allows as much', () => {
    const outbox = makeOutbox()
    outbox.add(idOf(1), eventOf(1))
    const touch = vi.spyOn(window, 'localStorage', 'get')
    outbox.refit(false, () => {})
    expect(touch).not.toHaveBeenCalled()
    touch.mockRestore()
  })

  it('does not bring back what another tab has deleted where its own mode stores nothing', () => {
    let isSecondOpen = true
    const first = createStorage('localStorage', PREFIX, () => false)
    const second = createOutbox(
      createStorage('localStorage', PREFIX, () => isSecondOpen),
      (json) => json,
      (json, why) => drops.push([json, why]),
    )
    second.add(idOf(1), eventOf(1))
    first.clear()
    expect(stored()).toEqual([])
    // Its own mode allows it: a page that clears its storage loses no event, and neither does another tab.
    vi.useFakeTimers()
    vi.advanceTimersByTime(16_000)
    second.release(second.take())
    expect(stored()).toHaveLength(1)
    // Both step down.
    isSecondOpen = false
    first.clear()
    second.refit(true, () => {})
    vi.advanceTimersByTime(16_000)
    const entries = second.take()
    expect(entries).toHaveLength(1)
    second.store()
    entries.forEach((entry) => second.settle(entry))
    expect(stored()).toEqual([])
    expect(drops).toEqual([])
    vi.useRealTimers()
  })

  it('says nothing of an event that is refused when it was forgotten already', () => {
    const outbox = makeOutbox()
    outbox.add(idOf(1), eventOf(1))
    const entries = outbox.take()
    outbox.forget()
    entries.forEach((entry) => outbox.settle(entry, 'refused'))
    expect(drops).toEqual([])
  })

  it('has room for a landing that comes after a full outbox', () => {
    const outbox = makeOutbox()
    for (let n = 0; n < 200; n++) outbox.add(idOf(n), eventOf(n))
    outbox.add(idOf(300), JSON.stringify({ type: 'landing' }))
    outbox.add(idOf(301), eventOf(301))
    expect(drops.map(([json]) => (JSON.parse(json) as { id?: string }).id)).toEqual([idOf(301)])
  })
})
