import { createTracker, type Options } from '../index.js'
import type { Stop } from '../lib/listen.js'
import { announce } from './announce.js'

/**
 * Starts a tracker, tells those who follow it, and returns what stops it. A framework may do so several times for one load:
 * landing and view are counted once all the same.
 *
 * @throws TypeError for a wrong option, as createTracker does
 */
export function startTracker(options: Options): Stop {
  const { stop } = createTracker(options)
  announce()
  return () => {
    stop()
    announce()
  }
}
