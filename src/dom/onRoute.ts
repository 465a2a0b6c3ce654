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
  const stops = [listen(window, 'popstate hashchange', run)]
  for (const name of ['pushState', 'replaceState'] as const) {
    stops.push(patch(History.prototype, name, wrap))
    // Where another script has put its own method in front before, because it may call what was there before ours; not elsewhere,
    // because whoever patches the prototype after us would be passed over.
    if (Object.keys(history).includes(name)) stops.push(patch(history, name, wrap))
  }
  return () => stops.forEach((stop) => stop())
}
