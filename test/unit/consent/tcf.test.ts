// @vitest-environment happy-dom
import { CmpApi, CmpApiModel } from '@iabtechlabtcf/cmpapi'
// @ts-expect-error: without types
import stub from '@iabtechlabtcf/stub'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { tcf, type TcfOptions } from '../../../src/consent/tcf.js'
import type { Options } from '../../../src/options.js'
import { writeTcString, type Answer } from '../../corpus/writeTcString.js'
import { load } from './load.js'
import { openHost, type Opened } from './openHost.js'

/** The stub of the IAB. It makes a frame, which happy-dom has none of: another element does. */
const openStub = (): void => {
  vi.spyOn(document, 'createElement').mockReturnValueOnce(document.createElement('i'))
  stub()
}

const ALL = writeTcString({ publisher: [1, 8] })
const NONE = writeTcString({})

const openCmp = (isServiceSpecific = true): CmpApi => new CmpApi(10, 1, isServiceSpecific)
const open = (options?: TcfOptions, rest?: Partial<Options>): Opened =>
  openHost([tcf(options)], rest)
const setApi = (api: unknown): void => void Reflect.set(window, '__tcfapi', api)

beforeEach(() => {
  CmpApiModel.reset()
  Reflect.deleteProperty(window, '__tcfapi')
  document.body.innerHTML = ''
})
afterEach(() => vi.useRealTimers())

describe('the answer of a reader', () => {
  const CASES: [string, Answer, string, TcfOptions?][] = [
    ['purposes 1 and 8', { publisher: [1, 8] }, 'granted'],
    ['all purposes', { publisher: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] }, 'granted'],
    ['purpose 8 alone', { publisher: [8] }, 'cookieless'],
    ['purpose 1 alone', { publisher: [1] }, 'denied'],
    ['none', {}, 'denied'],
    ['consent for vendors only', { vendors: [1, 8] }, 'denied'],
    [
      'purpose 8 with what vendors are forbidden',
      { publisher: [1, 8], forbidden: [1, 8] },
      'granted',
    ],
    [
      'purpose 1 where it is never asked for',
      { publisher: [8], isFirstLeftOut: true },
      'cookieless',
    ],
    ['legitimate interest', { publisher: [1], interests: [8] }, 'denied'],
    [
      'legitimate interest, where the site counts it',
      { publisher: [1], interests: [8] },
      'granted',
      { legitimateInterest: true },
    ],
    [
      'legitimate interest in storing, which is none',
      { interests: [1, 8] },
      'cookieless',
      { legitimateInterest: true },
    ],
  ]
  it.each(CASES)('%s: %j means %s', (_, answer, mode, options) => {
    const cmp = openCmp()
    const opened = open(options)
    expect(opened.mode()).toBe('pending')
    // The dialog is open: all legitimate interests stand, and nothing is said yet.
    cmp.update(writeTcString({ interests: [8] }), true)
    expect(opened.mode()).toBe('pending')
    cmp.update(writeTcString(answer), false)
    expect(opened.mode()).toBe(mode)
    expect(opened.errors).toEqual([])
  })

  it('is known at the start where an earlier visit gave it, without a mode on the way', () => {
    openCmp().update(ALL)
    expect(open().said).toEqual(['granted'])
  })

  it('may change, and holds while the dialog is open again', () => {
    const cmp = openCmp()
    const { mode, said } = open()
    cmp.update(ALL)
    cmp.update(ALL, true)
    expect(mode()).toBe('granted')
    cmp.update(NONE)
    expect(mode()).toBe('denied')
    cmp.update(writeTcString({ publisher: [8] }))
    expect(said).toEqual(['pending', 'granted', 'denied', 'cookieless'])
  })

  it('is none in a string of global scope', () => {
    const cmp = openCmp(false)
    const { mode } = open()
    cmp.update(ALL)
    expect(mode()).toBe('pending')
  })
})

describe('a reader whom the GDPR does not protect', () => {
  it.each([
    ['what the site says', {}, { consent: 'granted' }, 'granted'],
    ['cookieless, which is the default', {}, {}, 'cookieless'],
    ['cookieless where the site only waits', {}, { consent: 'pending' }, 'cookieless'],
    ['what the option says', { elsewhere: 'exempt' }, { consent: 'pending' }, 'exempt'],
  ] as const)('has the mode: %s', (_, options, rest, mode) => {
    const cmp = openCmp()
    const opened = open(options, rest)
    expect(opened.mode()).toBe('pending')
    cmp.update(null)
    expect(opened.mode()).toBe(mode)
  })
})

describe('a platform that is not ready', () => {
  it('has a stub, which keeps the question until the platform is there', () => {
    openStub()
    const { mode, said } = open()
    expect(mode()).toBe('pending')
    const cmp = openCmp()
    expect(mode()).toBe('pending')
    cmp.update(ALL)
    expect(said).toEqual(['pending', 'granted'])
  })

  it('is found when its script has loaded', () => {
    const { mode } = open()
    load()
    expect(mode()).toBe('pending')
    openCmp().update(ALL)
    load()
    expect(mode()).toBe('granted')
  })

  it('is found after a click, where it came by no script element', () => {
    vi.useFakeTimers()
    const { mode } = open()
    openCmp().update(ALL)
    document.body.click()
    vi.runAllTimers()
    expect(mode()).toBe('granted')
  })

  it('is asked again where it forgets what its stub was asked', () => {
    setApi(() => {})
    const { mode } = open()
    openCmp().update(ALL)
    expect(mode()).toBe('pending')
    load()
    expect(mode()).toBe('granted')
  })

  it('is not looked for any more once it has answered', () => {
    const { mode } = open()
    openCmp().update(ALL)
    load()
    const api = vi.fn()
    setApi(api)
    load()
    expect([mode(), api.mock.calls]).toEqual(['granted', []])
  })

  it('may be an element or anything else by that name', () => {
    document.body.innerHTML = '<form id="__tcfapi"></form>'
    setApi(document.body.firstChild)
    const { mode, errors } = open()
    expect([mode(), errors]).toEqual(['pending', []])
  })
})

describe('a platform that fails', () => {
  const GOOD = {
    gdprApplies: true,
    eventStatus: 'tcloaded',
    publisher: { consents: { 1: true, 8: true } },
  }
  /** Answers each question like this. */
  const answer = (...args: unknown[]): void =>
    setApi((command: string, _: number, hear: (...args: unknown[]) => void) => {
      if (command === 'addEventListener') hear(...args)
    })

  it('would have been heard with what the cases below spoil', () => {
    answer(GOOD, true)
    expect(open().mode()).toBe('granted')
  })

  it.each([
    ['says that it failed', [GOOD, false]],
    ['says nothing', []],
    ['hands over null', [null, true]],
    ['hands over a word', ['tcloaded', true]],
    ['is in an error', [{ ...GOOD, cmpStatus: 'error' }, true]],
    ['does not know whether the GDPR applies', [{ ...GOOD, gdprApplies: undefined }, true]],
    ['tells of another event', [{ ...GOOD, eventStatus: 'cmpuishown' }, true]],
    ['tells of no event', [{ ...GOOD, eventStatus: undefined }, true]],
  ])('gives no answer: it %s', (_, args) => {
    answer(...args)
    const { said, errors } = open()
    expect([said, errors]).toEqual([['pending'], []])
  })

  it.each([
    ['no publisher', { ...GOOD, publisher: undefined }],
    ['no consents', { ...GOOD, publisher: { consents: null } }],
    ['words', { ...GOOD, publisher: { consents: { 1: 'true', 8: 'true' } } }],
    ['a bit field', { ...GOOD, publisher: { consents: '110000001' } }],
  ])('grants nothing with %s', (_, data) => {
    answer(data, true)
    expect(open().mode()).toBe('denied')
  })

  it('keeps an answer that was given before an error', () => {
    let hear: (...args: unknown[]) => void = () => {}
    setApi((_command: string, _version: number, run: typeof hear) => {
      hear = run
    })
    const { mode } = open()
    hear(GOOD, true)
    hear({ ...GOOD, cmpStatus: 'error' }, true)
    hear(null, false)
    expect(mode()).toBe('granted')
  })

  it('is reported where it throws, and the page goes on', () => {
    setApi(() => {
      throw new Error('not ours')
    })
    const { mode, errors, tracker } = open()
    expect(mode()).toBe('pending')
    // Once: the same function is not asked again.
    load()
    expect(errors).toEqual([{ code: 'page', cause: new Error('not ours') }])
    tracker.stop()
  })

  it('is reported where its data throws', () => {
    const data = {
      get gdprApplies() {
        throw new Error('not ours')
      },
    }
    answer(data, true)
    const { mode, errors } = open()
    expect(mode()).toBe('pending')
    expect(errors).toMatchObject([{ code: 'page' }])
  })

  it('is not asked where it is disabled', () => {
    const cmp = openCmp()
    cmp.update(ALL)
    cmp.disable()
    expect(open().mode()).toBe('pending')
  })
})

describe('stop', () => {
  it('takes the listener away', () => {
    const cmp = openCmp()
    cmp.update(ALL)
    const { tracker, said } = open()
    expect(CmpApiModel.eventQueue.size).toBe(1)
    tracker.stop()
    expect(CmpApiModel.eventQueue.size).toBe(0)
    cmp.update(NONE)
    expect(said).toEqual(['granted'])
  })

  it('takes it away as soon as it has a number, where the platform had not answered', () => {
    openStub()
    const { tracker, said } = open()
    tracker.stop()
    const cmp = openCmp()
    cmp.update(ALL)
    expect(CmpApiModel.eventQueue.size).toBe(0)
    cmp.update(NONE)
    expect(said).toEqual(['pending'])
  })

  it('ends the search', () => {
    const { tracker, said } = open()
    tracker.stop()
    openCmp().update(ALL)
    load()
    expect(CmpApiModel.eventQueue.size).toBe(0)
    expect(said).toEqual(['pending'])
  })
})

it('refuses an option that is no mode', () => {
  // @ts-expect-error: the type refuses it too
  expect(() => tcf({ elsewhere: 'yes' })).toThrow(
    new TypeError(
      'aparte: tcf: elsewhere: got yes, wanted granted or exempt or cookieless or pending or denied',
    ),
  )
})

it('leaves what an earlier visit stored where it is until the reader has answered', () => {
  localStorage.setItem('aparte.dks.own', ' g0gc6vye2xp5e')
  const cmp = openCmp()
  open()
  expect(localStorage.getItem('aparte.dks.own')).not.toBeNull()
  cmp.update(NONE)
  expect(localStorage.getItem('aparte.dks.own')).toBeNull()
})
