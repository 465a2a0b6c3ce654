import type { Tracker } from './surface.js'

/** Makes a tracker that does nothing: for servers, and where another one runs already. */
export function createInertTracker(): Tracker {
  const nothing = (): void => {}
  return {
    landing: undefined,
    share: (_channel, url) => url ?? (typeof location === 'undefined' ? '' : location.href),
    convert: nothing,
    on: () => nothing,
    consent: nothing,
    flush: () => Promise.resolve(),
    stop: nothing,
  }
}
