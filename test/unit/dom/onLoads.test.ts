// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest'
import { onLoads } from '../../../src/dom/onLoads.js'

afterEach(() => vi.useRealTimers())

it('runs after everything that may have brought a script, and no more after stop', () => {
  vi.useFakeTimers()
  const run = vi.fn()
  const stop = onLoads(run)
  const act = (): number[] => {
    const element = document.createElement('i')
    document.body.append(element)
    return [
      () => element.dispatchEvent(new Event('load')),
      () => document.dispatchEvent(new Event('DOMContentLoaded')),
      () => dispatchEvent(new Event('load')),
      () => {
        element.click()
        // After the handlers of the click.
        expect(run).not.toHaveBeenCalled()
        vi.runAllTimers()
      },
    ].map((each) => {
      run.mockClear()
      each()
      return run.mock.calls.length
    })
  }
  expect(act()).toEqual([1, 1, 1, 1])
  stop()
  expect(act()).toEqual([0, 0, 0, 0])
})
