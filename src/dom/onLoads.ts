import { listen, type Stop } from '../lib/listen.js'

/**
 * Calls `run` whenever a script of the page may have done something: each time that a script or anything else has loaded,
 * once the document is parsed and loaded, and a task after each click. So nothing has to be asked for by a timer.
 */
export function onLoads(run: () => void): Stop {
  // The `load` of an element passes through the document, and never reaches the window.
  const stops = [
    listen(document, 'DOMContentLoaded load', run),
    listen(window, 'load', run),
    listen(window, 'click', () => setTimeout(run)),
  ]
  return () => stops.forEach((stop) => stop())
}
