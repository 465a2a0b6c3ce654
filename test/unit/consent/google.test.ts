// @vitest-environment happy-dom
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { google, type GoogleOptions } from '../../../src/consent/google.js'
import type { Options } from '../../../src/options.js'
import { load } from './load.js'
import { openHost, type Opened } from './openHost.js'

/** What happens on a page, and the mode that follows. */
interface Step {
  gtag?: unknown[]
  entry?: unknown
  waitMs?: number
  mode: string
}

const recordings = readFileSync('test/corpus/data-layers.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { name: string; steps: Step[] })

let layer: unknown[] = []
const setLayer = (next: unknown, name = 'dataLayer'): void => void Reflect.set(window, name, next)
/** As Google's snippet has it. */
// oxlint-disable-next-line no-unused-vars -- read by its other name
function gtag(...command: unknown[]): void {
  // oxlint-disable-next-line prefer-rest-params -- an object that is no array, which is what tags look for
  layer.push(arguments)
}
const GRANTED = { analytics_storage: 'granted' }
const DENIED = { analytics_storage: 'denied' }

const open = (options?: GoogleOptions, rest?: Partial<Options>): Opened =>
  openHost([google(options)], rest)

beforeEach(() => {
  vi.useFakeTimers()
  layer = []
  setLayer(layer)
})
afterEach(() => {
  vi.useRealTimers()
  Reflect.deleteProperty(window, 'dataLayer')
})

describe('a recorded data layer', () => {
  const play = ({ gtag: command, entry, waitMs }: Step): void => {
    if (command) gtag(...command)
    if (entry) layer.push(entry)
    if (waitMs) vi.advanceTimersByTime(waitMs)
  }

  it.each(recordings)('is followed: $name', ({ steps }) => {
    const { mode, errors } = open()
    expect(mode()).toBe('pending')
    for (const step of steps) {
      play(step)
      expect(mode(), JSON.stringify(step)).toBe(step.mode)
    }
    expect(errors).toEqual([])
    expect(layer).toHaveLength(steps.filter(({ waitMs }) => !waitMs).length)
  })

  it.each(recordings)('is read where it was there before: $name', ({ steps }) => {
    const [last] = steps.slice(-1)
    const pushed = steps.filter(({ waitMs }) => !waitMs)
    pushed.forEach(play)
    const { mode, said } = open()
    vi.advanceTimersByTime(1000)
    expect(mode()).toBe(last?.mode)
    // Nothing on the way, which would delete what an earlier visit stored.
    expect(said.filter((each) => each !== 'pending')).toEqual(
      last?.mode === 'pending' ? [] : [last?.mode],
    )
  })
})

it('takes another mode for a refusal where the site wants so', () => {
  const { mode } = open({ denied: 'cookieless' })
  gtag('consent', 'default', DENIED)
  expect(mode()).toBe('pending')
  gtag('consent', 'update', DENIED)
  expect(mode()).toBe('cookieless')
})

it('refuses an option that is no mode', () => {
  // @ts-expect-error: the type refuses it too
  expect(() => google({ denied: 'no' })).toThrow(
    /^aparte: google: denied: got no, wanted granted or/,
  )
})

describe('the push of the page', () => {
  it('keeps its this, its arguments and what it returns', () => {
    open()
    const before = layer.push
    expect(layer.push({ event: 'a' }, { event: 'b' })).toBe(2)
    expect([...layer]).toEqual([{ event: 'a' }, { event: 'b' }])
    expect(layer.push).toBe(before)
  })

  it('is read below the one of Tag Manager, which comes later', () => {
    const { mode } = open()
    const { push } = layer
    const heard: unknown[] = []
    layer.push = (...entries) => {
      heard.push(...entries)
      return push.apply(layer, entries)
    }
    gtag('consent', 'update', GRANTED)
    expect(heard).toHaveLength(1)
    expect(mode()).toBe('granted')
  })

  it('is read on top of one that came earlier, and of which nothing is kept', () => {
    const heard: unknown[] = []
    layer.push = (entry) => heard.push(entry)
    const { mode } = open()
    gtag('consent', 'update', GRANTED)
    expect(heard).toHaveLength(1)
    expect(mode()).toBe('granted')
  })

  it('is as it was after stop, and nothing is read any more', () => {
    const { tracker, said } = open()
    expect(Object.hasOwn(layer, 'push')).toBe(true)
    tracker.stop()
    expect(Object.keys(layer)).toEqual([])
    expect(layer.push).toBe(Array.prototype.push)
    gtag('consent', 'update', GRANTED)
    load()
    expect(said).toEqual(['pending'])
  })

  it('stays the page’s own after stop, where the page had one', () => {
    const push = (): number => 0
    layer.push = push
    open().tracker.stop()
    expect(layer.push).toBe(push)
    expect(Object.hasOwn(layer, 'push')).toBe(true)
  })

  it('loses no wait after stop', () => {
    const { tracker, said } = open()
    gtag('consent', 'default', { ...GRANTED, wait_for_update: 500 })
    tracker.stop()
    vi.runAllTimers()
    expect(said).toEqual(['pending'])
  })
})

describe('a data layer', () => {
  it('is waited for, and never made', () => {
    Reflect.deleteProperty(window, 'dataLayer')
    const { mode } = open()
    expect('dataLayer' in window).toBe(false)
    setLayer(layer)
    gtag('consent', 'update', GRANTED)
    load()
    expect(mode()).toBe('granted')
    gtag('consent', 'update', DENIED)
    expect(mode()).toBe('denied')
  })

  it('is found again where the page makes another one', () => {
    const { mode } = open()
    gtag('consent', 'update', GRANTED)
    layer = []
    setLayer(layer)
    gtag('consent', 'update', DENIED)
    document.body.click()
    vi.runAllTimers()
    expect(mode()).toBe('denied')
    gtag('consent', 'update', GRANTED)
    expect(mode()).toBe('granted')
  })

  it('is read again where its push was put back, and nothing twice', () => {
    const { mode, said } = open()
    gtag('consent', 'update', GRANTED)
    Reflect.deleteProperty(layer, 'push')
    gtag('consent', 'update', DENIED)
    expect(mode()).toBe('granted')
    load()
    load()
    expect(said).toEqual(['pending', 'granted', 'denied'])
  })

  it('may have another name', () => {
    setLayer([{ event: 'not this one' }], 'siteLayer')
    const { mode } = open({ dataLayer: 'siteLayer' })
    gtag('consent', 'update', DENIED)
    expect(mode()).toBe('pending')
    Reflect.get(window, 'siteLayer').push(['consent', 'update', GRANTED])
    expect(mode()).toBe('granted')
    Reflect.deleteProperty(window, 'siteLayer')
  })

  it.each([null, 'text', {}, { push: () => 0 }, () => {}])('may be none: %s', (other) => {
    setLayer(other)
    const { said, errors } = open()
    load()
    expect([said, errors]).toEqual([['pending'], []])
  })

  it('that is frozen is read, reported once, and stays as it is', () => {
    gtag('consent', 'update', GRANTED)
    Object.freeze(layer)
    const { mode, errors } = open()
    load()
    expect(mode()).toBe('granted')
    expect(errors).toMatchObject([{ code: 'page' }])
  })

  it('may hold anything, also what throws when it is looked at', () => {
    const thrower = new Proxy(
      {},
      {
        get: () => {
          throw new Error('not ours')
        },
      },
    )
    const odd = [
      null,
      undefined,
      0,
      'consent',
      Symbol('a'),
      () => {},
      [],
      {},
      NaN,
      Object.freeze({}),
    ]
    const cyclic: Record<string, unknown> = { 0: 'consent', 1: 'update' }
    cyclic['2'] = cyclic
    const getter = {
      get 0() {
        throw new Error('not ours')
      },
    }
    const deep = {
      0: 'consent',
      1: 'update',
      2: {
        get analytics_storage() {
          throw new Error('not ours')
        },
      },
    }
    const huge = { length: 2 ** 53 - 1 }
    layer.push(...odd, thrower, cyclic)
    const { mode, errors } = open()
    expect(layer.push(...odd, thrower, cyclic, getter, deep, huge)).toBe(2 * odd.length + 7)
    expect([mode(), errors]).toEqual(['pending', []])
    gtag('consent', 'update', Object.freeze(GRANTED))
    expect(mode()).toBe('granted')
  })
})
