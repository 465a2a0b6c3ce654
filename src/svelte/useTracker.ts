import { readTracker } from '../adapter/readTracker.js'
import type { Tracker } from '../surface.js'
import { followPage } from './followPage.js'

/** The tracker of the page in `current`; undefined on the server, in the first render, and until one runs. */
export function useTracker(): { readonly current: Tracker | undefined } {
  const read = followPage(readTracker, () => undefined)
  return {
    get current() {
      return read()
    },
  }
}
