import type { ComputedRef } from 'vue'
import { readTracker } from '../adapter/readTracker.js'
import type { Tracker } from '../index.js'
import { followPage } from './followPage.js'

/** The tracker of the page; undefined on the server, in the first render, and until one runs. */
export function useTracker(): ComputedRef<Tracker | undefined> {
  return followPage(readTracker)
}
