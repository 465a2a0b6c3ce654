// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createStorage } from '../../../src/storage/createStorage.js'

let isOpen = true
const storage = createStorage('localStorage', 'a.', () => isOpen)

beforeEach(() => {
  isOpen = true
  localStorage.clear()
})
afterEach(() => vi.restoreAllMocks())

describe('storage', () => {
  it('reads, lists and removes what it wrote, under its prefix', () => {
    expect(storage.write('x', '1')).toBe(true)
    localStorage.setItem('b.y', '2')
    expect(localStorage.getItem('a.x')).toBe('1')
    expect(storage.read('x')).toBe('1')
    expect(storage.names()).toEqual(['x'])
    storage.remove('x')
    expect(storage.read('x')).toBe('')
    expect(localStorage.getItem('b.y')).toBe('2')
  })

  it('touches nothing while it is closed, except to clear', () => {
    storage.write('x', '1')
    localStorage.setItem('b.y', '2')
    isOpen = false
    expect([storage.read('x'), storage.names(), storage.write('z', '3')]).toEqual(['', [], false])
    storage.remove('x')
    expect(localStorage).toHaveLength(2)
    storage.clear()
    expect(Object.keys(localStorage)).toEqual(['b.y'])
  })

  it('clears nothing while it is open', () => {
    storage.write('x', '1')
    storage.clear()
    expect(storage.read('x')).toBe('1')
  })

  it('empties each entry before it clears it, and clears it also where that fails', () => {
    storage.write('x', '1')
    isOpen = false
    const set = vi.spyOn(localStorage, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    storage.clear()
    expect(set).toHaveBeenCalledWith('a.x', '')
    expect(localStorage).toHaveLength(0)
  })

  it('tells of what another page removes, and not of a clear or of what lies beside it', () => {
    const removed: string[] = []
    const stop = storage.onRemoved((name) => removed.push(name))
    const tell = (key: string | null, newValue: string | null = null, oldValue = '1'): void => {
      window.dispatchEvent(Object.assign(new Event('storage'), { key, oldValue, newValue }))
    }
    tell('a.x')
    // As `clear` of another page does it.
    tell('a.w', '')
    tell('a.w', null, '')
    tell('a.y', 'changed')
    tell('b.x')
    tell(null)
    stop()
    tell('a.z')
    expect(removed).toEqual(['x'])
  })

  it('is empty where the browser denies storage', () => {
    vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError')
    })
    expect([storage.read('x'), storage.names(), storage.write('x', '1')]).toEqual(['', [], false])
    isOpen = false
    expect(() => storage.clear()).not.toThrow()
  })

  it('says that a write did not fit', () => {
    vi.spyOn(localStorage, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    expect(storage.write('x', '1')).toBe(false)
  })
})
