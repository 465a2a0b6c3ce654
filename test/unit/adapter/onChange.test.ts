// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest'
import { onChange } from '../../../src/adapter/onChange.js'

const go = (): boolean => window.dispatchEvent(new PopStateEvent('popstate'))

it('tells of another address after the code that has changed it, which may be a router that renders', async () => {
  const run = vi.fn<() => void>()
  const stop = onChange(run)
  go()
  expect(run).not.toHaveBeenCalled()
  await Promise.resolve()
  expect(run).toHaveBeenCalledOnce()
  go()
  stop()
  await Promise.resolve()
  expect(run).toHaveBeenCalledOnce()
})
