import { listen, type Stop } from '../lib/listen.js'

/** Whether the window's listeners of the capture phase run first, as the standard says. Chromium keeps their order. */
function capturesFirst(): boolean {
  const ran: boolean[] = []
  for (const capture of [false, true])
    addEventListener('aparte', () => ran.push(capture), { capture, once: true })
  dispatchEvent(new Event('aparte'))
  return !!ran[0]
}

/**
 * Calls `run` when the reader goes back or forward within the document, at `popstate` before the routers of the page read
 * the address. Where that order cannot be had, the Navigation API tells of it earlier; not elsewhere, because Firefox
 * does not restore the scroll position if the address is changed then.
 */
export function onTraverse(run: () => void): Stop {
  // Absent in older engines; and a page may have a variable or an element of this name.
  const { navigation } = window as { navigation?: EventTarget & { currentEntry?: unknown } }
  if (!navigation?.currentEntry || capturesFirst()) return listen(window, 'popstate', run)
  return listen(navigation, 'currententrychange', (event) => {
    const { navigationType } = event as { navigationType?: string } // the type by its name
    if (navigationType === 'traverse') run()
  })
}
