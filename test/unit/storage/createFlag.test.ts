// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest'
import { createFlag } from '../../../src/storage/createFlag.js'

beforeEach(() => localStorage.clear())

it('is kept, and deleted', () => {
  const flag = createFlag('theirs')
  expect(flag.read()).toBe(false)
  expect(flag.write(true)).toBe(true)
  expect([flag.read(), { ...localStorage }]).toEqual([true, { theirs: '1' }])
  expect(flag.write(false)).toBe(true)
  expect([flag.read(), localStorage.length]).toEqual([false, 0])
})

it('touches nothing before a call', () => {
  const get = vi.spyOn(window, 'localStorage', 'get')
  createFlag('theirs')
  expect(get).not.toHaveBeenCalled()
  get.mockRestore()
})

it('says so where storage is full or denied, and reads as false', () => {
  vi.spyOn(localStorage, 'setItem').mockImplementation(() => {
    throw new Error('QuotaExceededError')
  })
  expect(createFlag('theirs').write(true)).toBe(false)
  vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
    throw new Error('SecurityError')
  })
  expect([createFlag('theirs').read(), createFlag('theirs').write(false)]).toEqual([false, false])
  vi.restoreAllMocks()
})
