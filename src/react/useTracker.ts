import { useSyncExternalStore } from 'react'
import { onChange } from '../adapter/onChange.js'
import { readTracker } from '../adapter/readTracker.js'
import type { Tracker } from '../index.js'

/** The tracker of the page; undefined on the server, while hydrating, and until one runs. */
export function useTracker(): Tracker | undefined {
  return useSyncExternalStore(onChange, readTracker, () => undefined)
}
