import { expect, it } from 'vitest'
import { createListeners } from '../../../src/lib/createListeners.js'

type Value = { type: 'a'; n: number } | { type: 'b'; text: string }

it('calls the listeners of the type, until they are taken away', () => {
  const { on, emit } = createListeners<Value>(
    () => {},
    () => true,
  )
  const heard: number[] = []
  const off = on('a', ({ n }) => heard.push(n))
  emit({ type: 'a', n: 1 })
  emit({ type: 'b', text: 'x' })
  off()
  emit({ type: 'a', n: 2 })
  expect(heard).toEqual([1])
})

it('replays a kept value to late listeners, and no other', () => {
  const { on, emit } = createListeners<Value>(
    () => {},
    () => true,
  )
  const heard: number[] = []
  emit({ type: 'a', n: 1 }, true)
  emit({ type: 'a', n: 2 })
  on('a', ({ n }) => heard.push(n))
  expect(heard).toEqual([1])
})

it('goes on to the next listener when one throws, and hands on what it threw', () => {
  const caught: unknown[] = []
  const heard: string[] = []
  const { on, emit } = createListeners<Value>(
    (_, cause) => caught.push(cause),
    () => true,
  )
  on('b', () => {
    throw new Error('listener')
  })
  on('b', ({ text }) => heard.push(text))
  emit({ type: 'b', text: 'x' })
  expect(heard).toEqual(['x'])
  expect(caught).toEqual([new Error('listener')])
})

it('calls a listener once that another one adds', () => {
  const { on, emit } = createListeners<Value>(
    () => {},
    () => true,
  )
  const heard: number[] = []
  on('a', () => on('a', ({ n }) => heard.push(n)))
  emit({ type: 'a', n: 1 }, true)
  expect(heard).toEqual([1])
})

it('does not replay where it must not', () => {
  const { on, emit } = createListeners<Value>(
    () => {},
    () => false,
  )
  emit({ type: 'a', n: 1 }, true)
  on('a', () => expect.unreachable())
})
