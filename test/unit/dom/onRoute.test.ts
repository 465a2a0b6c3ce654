// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest'
import { onRoute } from '../../../src/dom/onRoute.js'

/** The method that is there, which is only ever called with `history`. */
const read = (target: History): unknown => Reflect.get(target, 'pushState')

const native = read(History.prototype) as (
  this: History,
  ...args: [unknown, string, string]
) => void

afterEach(() => {
  Reflect.deleteProperty(history, 'pushState')
})

it('hears of a route where the page has put its own method in front before, which calls the native one', () => {
  const page = vi.fn((...args: [unknown, string, string]) => native.apply(history, args))
  Object.assign(history, { pushState: page })
  const run = vi.fn<() => void>()
  const stop = onRoute(run)
  history.pushState(null, '', '#a')
  expect(page).toHaveBeenCalledOnce()
  expect(run).toHaveBeenCalledOnce()
  stop()
  expect(read(history)).toBe(page)
  expect(read(History.prototype)).toBe(native)
  history.pushState(null, '', '#b')
  expect(run).toHaveBeenCalledOnce()
})

it('leaves `history` without methods of its own where it had none, so that later patches of the prototype are called', () => {
  const run = vi.fn<() => void>()
  const stop = onRoute(run)
  expect(Object.keys(history)).toEqual([])
  const below = read(History.prototype) as typeof native
  const later = vi.fn((...args: [unknown, string, string]) => below.apply(history, args))
  Object.assign(History.prototype, { pushState: later })
  history.pushState(null, '', '#c')
  Object.assign(History.prototype, { pushState: below })
  stop()
  expect(later).toHaveBeenCalledOnce()
  expect(run).toHaveBeenCalledOnce()
  expect(read(History.prototype)).toBe(native)
})
