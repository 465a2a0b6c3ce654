import type { Page } from '../browser/drivers/engine.js'

/**
 * Waits until a page has counted its view, which it does when it is idle, and has heard the answer to all it sent: what arrived is
 * stored before the page knows, and a page that is left before repeats it at a later visit.
 */
export const hear = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await new Promise<void>((resolve) => {
      window.tracker.on('view', () => resolve())
    })
    await window.tracker.flush()
  })
