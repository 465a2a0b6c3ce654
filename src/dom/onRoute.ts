import { listen, type Stop } from '../lib/listen.js'
import { patch } from './patch.js'

/**
 * Calls `run` after every change of the address without a load: `pushState`, `replaceState`, back, forward, fragments.
 * Uses the Navigation API where there is one, else (WebKit before 26.2) wraps the two methods.
 */
export function onRoute(run: () => void): Stop {
  // Absent in older engines; and a page may have a variable or an element of this name.
  const { navigation } = window as { navigation?: EventTarget & { currentEntry?: unknown } }
  if (navigation?.currentEntry) return listen(navigation, 'currententrychange', run)
  const wrap = (original: History['pushState']): History['pushState'] =>
    function (this: History, ...args) {
      original.apply(this, args)
      run()
    }
  const stops = [
    patch(History.prototype, 'pushState', wrap),
    patch(History.prototype, 'replaceState', wrap),
    listen(window, 'popstate hashchange', run),
  ]
  return () => stops.forEach((stop) => stop())
}
