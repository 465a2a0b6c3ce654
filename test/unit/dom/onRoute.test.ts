// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest'
import { onRoute } from '../../../src/dom/onRoute.js'

const native = History.prototype.pushState

afterEach(() => {
  Reflect.deleteProperty(history, 'pushState')
})

it('hears of a route where the page has put its own method in front before, which calls the native one', () => {
  const page = vi.fn<History['pushState']>((...args) => native.apply(history, args))
  history.pushState = page
  const run = vi.fn<() => void>()
  const stop = onRoute(run)
  history.pushState(null, '', '#a')
  expect(page).toHaveBeenCalledOnce()
  expect(run).toHaveBeenCalledOnce()
  stop()
  expect(history.pushState).toBe(page)
  expect(History.prototype.pushState).toBe(native)
  history.pushState(null, '', '#b')
  expect(run).toHaveBeenCalledOnce()
})

it('leaves `history` without methods of its own where it had none, so that later patches of the prototype are called', () => {
  const run = vi.fn<() => void>()
  const stop = onRoute(run)
  expect(Object.keys(history)).toEqual([])
  const below = History.prototype.pushState
  const later = vi.fn<History['pushState']>((...args) => below.apply(history, args))
  History.prototype.pushState = later
  history.pushState(null, '', '#c')
  History.prototype.pushState = below
  stop()
  expect(later).toHaveBeenCalledOnce()
  expect(run).toHaveBeenCalledOnce()
  expect(History.prototype.pushState).toBe(native)
})
