// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import { createMemory, NO_TOKEN, type Memory } from '../../../src/landing/createMemory.js'
import { createStorage } from '../../../src/storage/createStorage.js'

const T = 'g0gc6vye2xp5e'
let isOpen = true
const stores = (): boolean => isOpen
/** The memory of a new document in the same tab. */
const load = (): Memory =>
  createMemory(
    createStorage('localStorage', 'a.own', stores),
    createStorage('sessionStorage', 'a.', stores),
  )

beforeEach(() => {
  isOpen = true
  localStorage.clear()
  sessionStorage.clear()
})

describe('the way in', () => {
  it('is not known before anything was noted', () => {
    expect(load().wayIn()).toBe('')
  })

  it('outlives the document where storage is allowed', () => {
    load().enter(T)
    expect(load().wayIn()).toBe(T)
  })

  it('is known for the document alone where it is not', () => {
    isOpen = false
    const memory = load()
    memory.enter(T)
    expect(memory.wayIn()).toBe(T)
    expect(load().wayIn()).toBe('')
    expect(sessionStorage).toHaveLength(0)
  })

  it('is stored once the gate opens, and only where it is known', () => {
    isOpen = false
    const memory = load()
    memory.enter('')
    memory.enter(T)
    isOpen = true
    load().enter('')
    expect(sessionStorage).toHaveLength(0)
    memory.enter('')
    expect(load().wayIn()).toBe(T)
  })

  it('stays the landing when the tab is entered again without a token', () => {
    load().enter(T)
    load().enter(NO_TOKEN)
    expect(load().wayIn()).toBe(T)
  })

  it('that an earlier document stored is forgotten once the gate closes', () => {
    load().enter(T)
    const [later, entered] = [load(), load()]
    later.enter('')
    entered.enter(NO_TOKEN)
    expect([later.wayIn(), entered.wayIn()]).toEqual([T, T])
    isOpen = false
    expect([later.wayIn(), entered.wayIn()]).toEqual(['', NO_TOKEN])
  })

  it('is known to have had no token', () => {
    load().enter(NO_TOKEN)
    expect(load().wayIn()).toBe(NO_TOKEN)
  })

  it('is the newer landing of two', () => {
    load().enter(T)
    load().enter('jj17jrxfr3m34')
    expect(load().wayIn()).toBe('jj17jrxfr3m34')
  })
})

describe('own tokens', () => {
  it('are known to later documents, fifty of them', () => {
    const tokens = Array.from({ length: 60 }, (_, n) => `g0gc6vye2${10 + n}5e`)
    for (const token of tokens) load().addOwn(token)
    expect(tokens.map((token) => load().isOwn(token))).toEqual(tokens.map((_, n) => n > 9))
  })

  it('are not known while nothing may be stored', () => {
    isOpen = false
    load().addOwn(T)
    isOpen = true
    expect(load().isOwn(T)).toBe(false)
  })
})
