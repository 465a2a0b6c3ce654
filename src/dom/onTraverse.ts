import { listen, type Stop } from '../lib/listen.js'

/**
 * Calls `run` when the reader goes back or forward within the document, before the routers of the page read the address
 * at `popstate`. In Chromium listeners of the window run in the order in which they came, captured or not, so the
 * Navigation API is asked, which tells of it first.
 */
export function onTraverse(run: () => void): Stop {
  // Absent in older engines; and a page may have a variable or an element of this name.
  const { navigation } = window as { navigation?: EventTarget & { currentEntry?: unknown } }
  if (!navigation?.currentEntry) return listen(window, 'popstate', run)
  return listen(navigation, 'currententrychange', (event) => {
    const { navigationType } = event as { navigationType?: string } // lib.dom lacks the type by its name
    if (navigationType === 'traverse') run()
  })
}
