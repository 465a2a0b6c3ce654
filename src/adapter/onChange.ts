import { listen, type Stop } from '../lib/listen.js'
import { readHost } from '../share/readHost.js'
import { ANNOUNCED } from './announce.js'
import { waitInQueue } from './waitInQueue.js'

/**
 * Calls `run` when the tracker of the page starts or ends, when the site has said what the reader allows, and when the
 * address changes. Heard of are trackers of adapters and of the script tag, and one that runs already.
 */
export function onChange(run: () => void): Stop {
  let leave: Stop | undefined
  const join = (): void => {
    leave?.()
    leave = readHost()?.onConsent(run)
  }
  join()
  if (!leave) waitInQueue()

  // Patches nothing, unlike the tracker, because many parts of a page may listen: without a Navigation API (WebKit before
  // 26.2) it hears of back, forward and fragments alone. A page may have a variable or an element of this name.
  const { navigation } = window as { navigation?: EventTarget & { currentEntry?: unknown } }
  const address = navigation?.currentEntry ? navigation : window
  let isStopped = false
  const stops = [
    // Routers change the address while they render (Next.js in an insertion effect, where React allows no update): so later.
    listen(address, 'currententrychange popstate hashchange', () =>
      queueMicrotask(() => isStopped || run()),
    ),
    listen(window, ANNOUNCED, () => {
      join()
      run()
    }),
  ]
  return () => {
    isStopped = true
    leave?.()
    stops.forEach((stop) => stop())
  }
}
