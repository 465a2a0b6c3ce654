import { listen, type Stop } from '../lib/listen.js'
import { onHide } from './onHide.js'

/**
 * Calls `run` once the page has been looked at: visible and not prerendering, then when the browser is idle, or at once
 * when the page is hidden before that.
 */
export function whenSeen(run: () => void): Stop {
  const page: Document & { prerendering?: boolean } = document // lib.dom lacks it, and so do Firefox and WebKit
  let isSeen = false
  let isDone = false
  const finish = (): void => {
    if (isSeen && !isDone) {
      isDone = true
      run()
    }
  }
  const look = (): void => {
    if (isSeen || page.visibilityState === 'hidden' || page.prerendering) return
    isSeen = true
    // WebKit has no requestIdleCallback, and setTimeout takes the options for zero.
    const whenIdle = window.requestIdleCallback ?? (setTimeout as Window['requestIdleCallback'])
    // A task of its own at least: what a page puts in its place may run at once.
    whenIdle(() => queueMicrotask(finish), { timeout: 2000 })
  }
  const stops = [onHide(finish), listen(window, 'visibilitychange prerenderingchange', look)]
  look()
  return () => {
    isDone = true
    stops.forEach((stop) => stop())
  }
}
