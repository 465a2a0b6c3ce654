import { readHost } from '../share/readHost.js'
import type { Tracker } from '../index.js'

/** Reads the tracker that runs on this page, whoever has started it; undefined while none runs, and on a server. */
export function readTracker(): Tracker | undefined {
  return readHost()?.tracker
}
