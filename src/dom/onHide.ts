import { listen, type Stop } from '../lib/listen.js'

/** Calls `run` whenever the page is hidden or left. Safari before 14.1 says only `pagehide` when a page is left. */
export function onHide(run: () => void): Stop {
  return listen(window, 'visibilitychange pagehide', (event) => {
    if (document.visibilityState === 'hidden' || event.type === 'pagehide') run()
  })
}
