// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest'
import { onChange } from '../../../src/adapter/onChange.js'
import { startTracker } from '../../../src/adapter/startTracker.js'
import { readHost } from '../../../src/share/readHost.js'
import { stageTracker } from '../stageTracker.js'

stageTracker()
const run = vi.fn<() => void>()
const go = (): boolean => window.dispatchEvent(new PopStateEvent('popstate'))

beforeEach(() => {
  run.mockClear()
  Reflect.deleteProperty(window, 'aparte')
})

it('tells of a tracker that starts, of each choice of the reader, and of its end', () => {
  const leave = onChange(run)
  const stop = startTracker({ endpoint: '/collect' })
  expect(run).toHaveBeenCalledTimes(1)
  readHost()?.tracker.consent('granted')
  expect(run).toHaveBeenCalledTimes(2)
  stop()
  expect(run).toHaveBeenCalledTimes(3)
  const again = startTracker({ endpoint: '/collect' })
  readHost()?.tracker.consent('denied')
  expect(run).toHaveBeenCalledTimes(5)
  leave()
  readHost()?.tracker.consent('granted')
  again()
  expect(run).toHaveBeenCalledTimes(5)
})

it('hears of every address where there is a Navigation API', async () => {
  const navigation = Object.assign(new EventTarget(), { currentEntry: {} })
  vi.stubGlobal('navigation', navigation)
  const leave = onChange(run)
  navigation.dispatchEvent(new Event('currententrychange'))
  await Promise.resolve()
  expect(run).toHaveBeenCalledTimes(1)
  leave()
  navigation.dispatchEvent(new Event('currententrychange'))
  await Promise.resolve()
  expect(run).toHaveBeenCalledTimes(1)
})

it('is not misled by a variable of the page with that name', async () => {
  vi.stubGlobal('navigation', { of: 'the page' })
  const leave = onChange(run)
  window.dispatchEvent(new Event('hashchange'))
  await Promise.resolve()
  expect(run).toHaveBeenCalledTimes(1)
  leave()
})

it('waits for the script tag in its queue, beside what is there, and not in an element of that name', () => {
  const before = (): void => {}
  window.aparte = [before] as unknown as NonNullable<Window['aparte']>
  const leaves = [onChange(run), onChange(run)]
  expect(window.aparte).toEqual([before, expect.any(Function)])
  const form = document.createElement('form')
  vi.stubGlobal('aparte', form)
  leaves.push(onChange(run))
  expect(window.aparte).toEqual([expect.any(Function)])
  leaves.forEach((leave) => leave())
})

it('leaves the queue alone where a tracker runs already', () => {
  const stop = startTracker({ endpoint: '/collect' })
  onChange(run)()
  expect(window.aparte).toBeUndefined()
  stop()
})

it('tells of another address after the code that has changed it, which may be a router that renders', async () => {
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
