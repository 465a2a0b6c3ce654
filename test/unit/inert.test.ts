import { expect, it } from 'vitest'
import { copy, createTracker, defaultGestures } from '../../src/index.js'

it('runs in Node, where the tracker is inert', async () => {
  const tracker = createTracker({ endpoint: '/collect', gestures: [copy(), ...defaultGestures()] })
  expect(tracker.landing).toBeUndefined()
  expect(tracker.share('email', 'https://journal.example/a')).toBe('https://journal.example/a')
  expect(tracker.share('email')).toBe('')
  tracker.convert('subscribe')
  tracker.consent('granted')
  expect(tracker.tokens()).toEqual([])
  tracker.on('landing', () => expect.unreachable())()
  await tracker.flush()
  tracker.stop()
})
