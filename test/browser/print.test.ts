/** Printing is left alone: what is printed is the page as its makers wrote it, and copies before and after are as ever. */
import { expect, test } from 'vitest'
import { copySelection } from './copySelection.js'
import type { Page } from './drivers/engine.js'
import { onEveryEngine, type Stage } from './onEveryEngine.js'
import { pressKeys, waitForWindow } from './pointer.js'
import { takeTokens } from './takeTokens.js'
import { waitFor } from './waitFor.js'

declare global {
  interface Window {
    /** The markup when the page heard that it is printed, and when it heard that it was. */
    printed: string[]
  }
}

/** Has the page listen, and returns its markup. */
function watchPrinting(page: Page): Promise<string> {
  return page.evaluate(() => {
    window.printed = []
    window.watch.records = 0
    const keep = (): void => void window.printed.push(document.documentElement.outerHTML)
    addEventListener('beforeprint', keep)
    addEventListener('afterprint', keep)
    addEventListener('keydown', ({ key }) => void fetch(`/key/${key}`))
    return document.documentElement.outerHTML
  })
}

/** Has the page printed up to the browser's dialog, closes that, and resolves when it is closed. */
async function print({ engine, site }: Stage, page: Page): Promise<void> {
  let closed = 'GET /key/Escape'
  if (engine.name === 'webkit') {
    // `print()` does nothing where WebKit is driven. An open dialog keeps the key from the page.
    await waitForWindow(engine, () => pressKeys(engine, 'ctrl+p'))
  } else {
    closed = 'GET /print/returned'
    await page.evaluate(() => {
      // The call returns when the dialog is closed, and until then Chromium lets nobody ask the page.
      setTimeout(() => {
        addEventListener('beforeprint', () => void fetch('/print/begins'), { once: true })
        window.print()
        void fetch('/print/returned')
      })
    })
    await waitFor('printing', async () => site.requests.includes('GET /print/begins'))
  }
  await waitFor('the dialog to close', async () => {
    // A dialog that is still being opened does not listen yet.
    await pressKeys(engine, 'Escape')
    return site.requests.includes(closed)
  })
}

onEveryEngine(
  'printing',
  (stage) => {
    test('changes nothing in the page, is no share, and copies before and after it are alike', async () => {
      const { engine, site, collector } = stage
      stage.serve()
      const page = await (await stage.createContext()).open(`${site.url}/own-link`)
      const before = takeTokens(await copySelection(engine, page, '#copied'))
      const markup = await watchPrinting(page)
      await print(stage, page)
      const { printed, records, after } = await page.evaluate(() => ({
        printed: window.printed,
        records: window.watch.records,
        after: document.documentElement.outerHTML,
      }))
      expect(markup).not.toMatch(/dks=[0-9a-z]{13}/)
      // WebKit tells the page only when paper is at hand.
      expect(printed).toEqual(engine.name === 'webkit' ? [] : [markup, markup])
      expect(records).toBe(0)
      expect(after).toBe(markup)

      const again = takeTokens(await copySelection(engine, page, '#copied'))
      expect(again.clean).toEqual(before.clean)
      await page.close()
      const shares = await collector.waitForEvents('share', 2)
      expect(shares.map(({ token, gesture }) => [token, gesture])).toEqual([
        [before.tokens[0], 'copy'],
        [again.tokens[0], 'copy'],
      ])
    })
  },
  { isLong: true },
)
