import { readTracker } from '../adapter/readTracker.js'
import type { Tracker } from '../index.js'
import { followPage, type Followed } from './followPage.js'

/** The tracker of the page in `current`; undefined on the server, in the first render, and until one runs. */
export function useTracker(): Followed<Tracker | undefined> {
  return followPage(readTracker)
}
