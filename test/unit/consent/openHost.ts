/** A real tracker with adapters, watched by an extension of its own. */
import { onTestFinished, vi } from 'vitest'
import type { ConsentMode } from '../../../src/consent/gate.js'
import type { AparteError } from '../../../src/errors.js'
import type { Extension } from '../../../src/extension.js'
import type { Options } from '../../../src/options.js'
import type { Tracker } from '../../../src/surface.js'
import { createTracker } from '../../../src/tracker.js'

/** What a test looks at. */
export interface Opened {
  tracker: Tracker
  /** The mode in force. */
  mode: () => ConsentMode
  /** Every mode that was handed to the tracker, in their order. */
  said: ConsentMode[]
  errors: AparteError[]
}

/** Starts a tracker whose adapters are these, and stops it after the test. */
export function openHost(adapters: Extension[], options: Partial<Options> = {}): Opened {
  vi.stubGlobal('fetch', async () => new Response('{}'))
  vi.spyOn(navigator, 'sendBeacon').mockReturnValue(true)
  Reflect.deleteProperty(window, Symbol.for('aparte'))
  const said: ConsentMode[] = []
  const errors: AparteError[] = []
  let mode = (): ConsentMode => 'denied'
  const watch: Extension = (host) => {
    mode = host.mode
    const { consent } = host.tracker
    // For good: what is said after a stop is to be heard as well.
    host.tracker.consent = (next) => {
      said.push(next)
      consent(next)
    }
    return () => {}
  }
  const tracker = createTracker({
    endpoint: '/collect',
    onError: (error) => errors.push(error),
    ...options,
    use: [watch, ...adapters],
  })
  onTestFinished(() => {
    tracker.stop()
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
  })
  return { tracker, mode: () => mode(), said, errors }
}
