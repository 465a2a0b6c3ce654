import type { Tracker } from './surface.js'

/** Makes a tracker that does nothing: for servers, and where another one runs already. */
export function createInertTracker(): Tracker {
  const nothing = (): void => {}
  const page: Partial<typeof globalThis> = globalThis // not so on a server
  return {
    landing: undefined,
    share: (_channel, url) => url ?? page.location?.href ?? '',
    convert: nothing,
    tokens: () => [],
    on: () => nothing,
    consent: nothing,
    flush: async () => {},
    stop: nothing,
  }
}
