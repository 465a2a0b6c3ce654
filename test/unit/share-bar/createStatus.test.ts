// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createStatus } from '../../../src/share-bar/createStatus.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('a confirmation goes after five seconds, counted from the last one', () => {
  const { element, confirm } = createStatus()
  expect(element.getAttribute('role')).toBe('status')
  confirm('Link copied')
  vi.advanceTimersByTime(3000)
  confirm('Link copied')
  vi.advanceTimersByTime(4900)
  expect(element.textContent).toBe('Link copied')
  vi.advanceTimersByTime(100)
  expect(element.textContent).toBe('')
})

it('what went wrong stays, also where something went well before', () => {
  const { element, say, confirm } = createStatus()
  confirm('Link copied')
  say('Could not copy')
  vi.advanceTimersByTime(60_000)
  expect(element.textContent).toBe('Could not copy')
})
