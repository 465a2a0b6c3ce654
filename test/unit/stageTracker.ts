/** Trackers on pages of happy-dom. What they send is checked as collectors do. */
import { afterEach, beforeEach, vi } from 'vitest'
import type { AparteError } from '../../src/errors.js'
import type { AparteEvent } from '../../src/event/events.js'
import type { Options } from '../../src/options.js'
import { readBatch } from '../../src/server/readBatch.js'
import type { Tracker } from '../../src/surface.js'
import { createTracker } from '../../src/tracker.js'

/** The page that every test starts on. */
export const PAGE = 'https://journal.example/a?x=1'

/** What tests of trackers stand on; new for every test. */
export interface TrackerStage {
  /** Starts a tracker on this page. */
  start: (options?: Partial<Options>) => Tracker
  /** Starts a new document at this address, as far as the tracker can tell. */
  load: (href: string) => void
  /** What has been sent, after the checks of the collector. */
  received: (tracker: Tracker) => Promise<AparteEvent[]>
  /** The requests so far; a test may empty it. */
  bodies: string[]
  /** What was reported to `onError`. */
  errors: AparteError[]
}

/** Declares what goes before and after each test of a file. */
export function stageTracker(): TrackerStage {
  let trackers: Tracker[] = []
  const stage: TrackerStage = {
    bodies: [],
    errors: [],
    start: (options = {}) => {
      const tracker = createTracker({
        endpoint: '/collect',
        onError: (error) => stage.errors.push(error),
        ...options,
      })
      trackers.push(tracker)
      return tracker
    },
    load: (href) => {
      for (const tracker of trackers) tracker.stop()
      trackers = []
      Reflect.deleteProperty(window, Symbol.for('aparte'))
      window.location.href = href
    },
    received: async (tracker) => {
      await vi.advanceTimersByTimeAsync(3000)
      await tracker.flush()
      return stage.bodies.flatMap((body) => {
        const read = readBatch(body)
        if (!read.ok || read.refused.length) throw new Error(JSON.stringify(read))
        return read.batch.events
      })
    },
  }
  beforeEach(() => {
    vi.useFakeTimers()
    stage.bodies = []
    stage.errors = []
    localStorage.clear()
    sessionStorage.clear()
    vi.stubGlobal('fetch', async (_url: string, { body }: { body: string }) => {
      stage.bodies.push(body)
      return new Response('{"stored":1,"repeated":0,"refused":[]}')
    })
    // happy-dom has no keepalive, and its beacon is a real request.
    vi.spyOn(navigator, 'sendBeacon').mockReturnValue(true)
    stage.load(PAGE)
  })
  afterEach(() => {
    stage.load('about:blank')
    vi.useRealTimers()
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
  })
  return stage
}
