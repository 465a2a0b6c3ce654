// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createDelivery, type Delivery } from '../../../src/delivery/createDelivery.js'
import { createOutbox, type Outbox } from '../../../src/delivery/outbox.js'
import type { Outcome } from '../../../src/destinations/destination.js'
import { createStorage } from '../../../src/storage/createStorage.js'

/** A receiver that answers what the test says, in memory; the real one is met in the browser tests. */
let answers: Outcome[] = []
let requests: string[][] = []
let drops: string[] = []
let outbox: Outbox
let delivery: Delivery
let settled = 0
let isOpen = true
const sends = (): boolean => isOpen

const idOf = (n: number): string => `event-${n}`
const add = (...numbers: number[]): void => {
  for (const n of numbers) outbox.add(idOf(n), JSON.stringify({ id: idOf(n), at: Date.now() }))
  delivery.sendSoon()
}
const sent = (): number[] => requests.map((request) => request.length)

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(Math, 'random').mockReturnValue(0)
  answers = []
  requests = []
  drops = []
  settled = 0
  localStorage.clear()
  outbox = createOutbox(
    createStorage('localStorage', 'aparte.dks.', () => true),
    (json) => json,
    (json, why) => {
      drops.push(`${(JSON.parse(json) as { id: string }).id} ${why}`)
    },
  )
  isOpen = true
  delivery = createDelivery({
    outbox,
    sends,
    destination: async (events) => {
      requests.push([...events])
      return answers.length ? answers.shift() : []
    },
    tellLosses: () => {
      settled++
    },
  })
})

afterEach(() => {
  delivery.stop()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

describe('delivery', () => {
  it('sends what was made within a second in one request', async () => {
    add(1)
    add(2, 3)
    expect(requests).toEqual([])
    await vi.advanceTimersByTimeAsync(1000)
    expect(sent()).toEqual([3])
    expect(settled).toBe(1)
    await vi.advanceTimersByTimeAsync(3600e3)
    expect(sent()).toEqual([3])
  })

  it('flushes at once, and resolves when the answer is there', async () => {
    add(1)
    await delivery.flush()
    expect(sent()).toEqual([1])
    expect(settled).toBe(1)
  })

  it('backs off by powers of two up to five minutes, and starts over after a success', async () => {
    answers = Array.from({ length: 11 }, () => 0)
    add(1)
    const waits: number[] = []
    for (let last = 0; requests.length < 12;) {
      await vi.advanceTimersByTimeAsync(1000)
      last += 1
      if (requests.length > waits.length) {
        waits.push(last)
        last = 0
      }
    }
    expect(waits).toEqual([1, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300])
    answers = [0]
    add(2)
    await vi.advanceTimersByTimeAsync(2000)
    expect(sent()).toHaveLength(14)
  })

  it('sends fewer than ten requests in five minutes against a dead receiver', async () => {
    answers = Array.from({ length: 100 }, () => 0)
    for (let n = 0; n < 300; n++) {
      if (n < 100) add(n)
      await vi.advanceTimersByTimeAsync(1000)
    }
    expect(requests.length).toBeLessThan(10)
  })

  it('sends fewer than ten although the reader hides and shows the page all the time', async () => {
    answers = Array.from({ length: 1000 }, () => 0)
    add(...Array.from({ length: 20 }, (_, n) => n))
    const counts: number[] = []
    for (let step = 0; step < 200; step++) {
      window.dispatchEvent(new Event(step % 2 ? 'pagehide' : 'online'))
      if (step % 10 === 0) void delivery.flush()
      await vi.advanceTimersByTimeAsync(3000)
      counts.push(requests.length)
      expect(requests.length - (counts[step - 100] ?? 0)).toBeLessThan(10)
    }
    // And it has not given up.
    answers = []
    await vi.advanceTimersByTimeAsync(600_000)
    expect(localStorage).toHaveLength(0)
  })

  it.each([
    ['sends a retry that is under way once more when the page is hidden', false, [1, 1, 1]],
    ['leaves it to the next visit where it is stored', true, [1, 1]],
  ])('%s', async (_, isStored, expected) => {
    const answered: (() => void)[] = []
    delivery.stop()
    outbox = createOutbox(
      createStorage('localStorage', 'aparte.dks.', () => isStored),
      (json) => json,
      () => undefined,
    )
    delivery = createDelivery({
      outbox,
      sends,
      destination: async (events, isHiding) => {
        requests.push([...events])
        if (requests.length === 1) return 0
        if (!isHiding) await new Promise<void>((resolve) => answered.push(resolve))
        return []
      },
      tellLosses: () => undefined,
    })
    add(1)
    await vi.advanceTimersByTimeAsync(3000)
    expect(sent()).toEqual([1, 1])
    window.dispatchEvent(new Event('pagehide'))
    window.dispatchEvent(new Event('pagehide'))
    expect(sent()).toEqual(expected)
    await vi.advanceTimersByTimeAsync(1000)
    answered.forEach((answer) => answer())
    await vi.advanceTimersByTimeAsync(600_000)
    expect(sent()).toEqual(expected)
    expect(localStorage).toHaveLength(0)
  })

  it('asks with one request whether a failing receiver is back, then sends the rest', async () => {
    answers = [0, 0]
    add(...Array.from({ length: 150 }, (_, n) => n))
    await vi.advanceTimersByTimeAsync(1000)
    expect(sent()).toEqual([100, 50])
    await vi.advanceTimersByTimeAsync(10_000)
    expect(sent()).toEqual([100, 50, 100, 50])
    expect(localStorage).toHaveLength(0)
  })

  it('says that the page is being hidden, and tells of losses before', () => {
    const calls: unknown[] = []
    const hiding = createDelivery({
      outbox,
      sends,
      destination: async (_events, isHiding) => {
        calls.push(isHiding)
        return []
      },
      tellLosses: () => calls.push('losses'),
    })
    delivery.stop()
    calls.length = 0
    outbox.add(idOf(1), JSON.stringify({ id: idOf(1), at: Date.now() }))
    window.dispatchEvent(new Event('pagehide'))
    expect(calls).toEqual(['losses', true])
    hiding.stop()
  })

  it('comes back for an event that another tab had claimed and then did not deliver', async () => {
    answers = [0, 0, 0, 0, 0]
    add(1)
    await vi.advanceTimersByTimeAsync(17_000)
    const before = requests.length
    const [key = ''] = Object.keys(localStorage)
    const value = localStorage.getItem(key) ?? ''
    localStorage.setItem(key, value.replace('{', `{"claim":${Date.now() + 14_000},`))
    await vi.advanceTimersByTimeAsync(14_500)
    expect(requests.length).toBe(before)
    await vi.advanceTimersByTimeAsync(40_000)
    expect(localStorage).toHaveLength(0)
  })

  it('waits as long as the receiver asks', async () => {
    answers = [42_000]
    add(1)
    await vi.advanceTimersByTimeAsync(1000)
    await vi.advanceTimersByTimeAsync(41_999)
    expect(sent()).toEqual([1])
    await vi.advanceTimersByTimeAsync(1)
    expect(sent()).toEqual([1, 1])
  })

  it.each([-1000, 1, 999])('backs off as ever where the receiver asks for %d ms', async (asked) => {
    answers = Array.from({ length: 100 }, () => asked)
    add(1)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(requests.length).toBeLessThan(8)
  })

  it('tells of every settled batch, also where its last event was given up', async () => {
    answers = [undefined]
    add(1)
    await delivery.flush()
    expect(drops).toEqual(['event-1 refused'])
    expect(settled).toBe(1)
  })

  it('sends nothing while it may not, whatever is asked of it, and all of it later', async () => {
    isOpen = false
    add(1, 2)
    await vi.advanceTimersByTimeAsync(5000)
    window.dispatchEvent(new Event('pagehide'))
    window.dispatchEvent(new Event('online'))
    await delivery.flush()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(requests).toEqual([])
    isOpen = true
    delivery.sendSoon()
    await vi.advanceTimersByTimeAsync(1000)
    expect(sent()).toEqual([2])
  })

  it('sends the halves of a refused batch when it may again', async () => {
    answers = [undefined]
    add(1, 2, 3, 4)
    const flushed = delivery.flush()
    isOpen = false
    await flushed
    expect(sent()).toEqual([4])
    isOpen = true
    await delivery.flush()
    expect(sent()).toEqual([4, 4])
    expect(drops).toEqual([])
  })

  it('sends no half of a batch that was forgotten meanwhile', async () => {
    answers = [undefined]
    add(1, 2, 3, 4)
    const flushed = delivery.flush()
    outbox.forget()
    await flushed
    expect(sent()).toEqual([4])
  })

  it('gets through 190 events that are all invalid, one by one, and then rests', async () => {
    answers = Array.from({ length: 2000 }, () => undefined)
    add(...Array.from({ length: 190 }, (_, n) => n))
    await delivery.flush()
    expect(drops).toHaveLength(190)
    const before = requests.length
    expect(before).toBeLessThan(420)
    await vi.advanceTimersByTimeAsync(3600e3)
    expect(requests).toHaveLength(before)
  })

  it('does not wait longer than a day, whatever the receiver asks', async () => {
    answers = [1e12]
    add(1)
    await vi.advanceTimersByTimeAsync(864e5 + 1000)
    expect(sent()).toEqual([1, 1])
  })

  it('halves a batch that is invalid until the poison event stands alone, and gives up that one', async () => {
    answers = [undefined, undefined, undefined, [], []]
    add(1, 2, 3, 4)
    await delivery.flush()
    expect(sent()).toEqual([4, 2, 1, 1, 2])
    expect(drops).toEqual(['event-1 refused'])
    expect(outbox.take()).toEqual([])
  })

  it('keeps the second half of an invalid batch back where the first one meets a receiver that is down', async () => {
    answers = [undefined, 0]
    add(1, 2, 3, 4)
    await delivery.flush()
    expect(sent()).toEqual([4, 2])
    await vi.advanceTimersByTimeAsync(1000)
    expect(sent()).toEqual([4, 2, 4])
    expect(drops).toEqual([])
    expect(localStorage).toHaveLength(0)
  })

  it('settles a batch of which the receiver refuses one event, and gives up that one', async () => {
    answers = [[idOf(2)]]
    add(1, 2, 3)
    await delivery.flush()
    expect(drops).toEqual(['event-2 refused'])
    expect(localStorage).toHaveLength(0)
  })

  it('sends when the page is hidden or left, and when the network comes back, although it backs off', async () => {
    for (const name of ['pagehide', 'online']) {
      answers = [0, 0]
      add(1)
      await delivery.flush()
      const before = requests.length
      window.dispatchEvent(new Event(name))
      expect(requests.length).toBe(before + 1)
      await vi.advanceTimersByTimeAsync(0)
    }
  })

  it('sends again what was under way when the page went into the back/forward cache', async () => {
    delivery.stop()
    const never = new Promise<Outcome>(() => {})
    const paused = createDelivery({
      outbox,
      sends,
      destination: (events) => {
        requests.push([...events])
        return requests.length < 2 ? never : Promise.resolve([])
      },
      tellLosses: () => {},
    })
    outbox.add(idOf(1), JSON.stringify({ id: idOf(1), at: Date.now() }))
    window.dispatchEvent(new Event('pagehide'))
    expect(requests).toHaveLength(1)
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }))
    await vi.advanceTimersByTimeAsync(1000)
    expect(requests).toHaveLength(2)
    expect(localStorage).toHaveLength(0)
    paused.stop()
  })

  it('finds the orphan of a page that died a moment ago at its second look', async () => {
    const orphan = { id: 'orphan', at: Date.now() }
    localStorage.setItem('aparte.dks.e.orphan', JSON.stringify(orphan))
    delivery.start()
    await vi.advanceTimersByTimeAsync(2000)
    expect(requests).toEqual([])
    await vi.advanceTimersByTimeAsync(15_000)
    expect(requests).toEqual([[JSON.stringify(orphan)]])
  })

  it('has eight requests under way at most', () => {
    const busy = createDelivery({
      outbox,
      sends,
      destination: () => new Promise(() => {}),
      tellLosses: () => {},
    })
    for (let n = 0; n < 20; n++) {
      add(n)
      void busy.flush()
    }
    expect(outbox.take()).toHaveLength(12)
    busy.stop()
  })

  it('sends what waits when it is stopped, and nothing afterwards', async () => {
    add(1)
    delivery.stop()
    await vi.advanceTimersByTimeAsync(0)
    expect(sent()).toEqual([1])
    window.dispatchEvent(new Event('online'))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sent()).toEqual([1])
  })

  it('does not try again after it was stopped', async () => {
    answers = [0]
    add(1)
    delivery.stop()
    await vi.advanceTimersByTimeAsync(600_000)
    expect(sent()).toEqual([1])
  })
})
