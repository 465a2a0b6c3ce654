/** A tab that the reader duplicates by its menu: history and session storage are copied, and the page is loaded again. */
import { expect, onTestFinished, test } from 'vitest'
import '../../src/window.js'
import { mintToken } from '../../src/token/mintToken.js'
import { openLast, readArrivals } from './arrivals.js'
import type { Context, Page } from './drivers/engine.js'
import { onEveryEngine, type Stage } from './onEveryEngine.js'
import { openNever } from './openNever.js'
import { openTabMenu, pressKeys } from './pointer.js'
import { waitFor } from './waitFor.js'

/** Duplicates the one tab of a context and returns the new tab. */
async function duplicate({ engine }: Stage, context: Context): Promise<Page> {
  await openTabMenu(engine, 'Arriving in every way')
  // The letter that is underlined in "Duplicate Tab".
  await pressKeys(engine, 'd')
  return waitFor('the duplicate', async () => (await context.pages())[1])
}

const address = (page: Page): Promise<string> => page.evaluate(() => location.href)

onEveryEngine(
  'a duplicated tab',
  (stage) => {
    test('is a view, and shares from it know the way in', async ({ skip }) => {
      const { site, collector, engine } = stage
      if (engine.name === 'webkit') skip('MiniBrowser cannot duplicate a tab')
      stage.serve({ 'data-consent': 'granted' })
      const context = await stage.createContext()
      const token = mintToken('sms', 1)
      const page = await context.open(`${site.url}/counts?dks=${token}`)
      await readArrivals(stage, 1)
      await waitFor('a clean address', async () => (await address(page)) === `${site.url}/counts`)
      const copy = await duplicate(stage, context)
      await readArrivals(stage, 2)
      expect(await address(copy)).toBe(`${site.url}/counts`)
      await copy.evaluate(() => window.aparte?.push((tracker) => void tracker.share('qr')))
      const [share] = await collector.waitForEvents('share', 1)
      expect(share).toMatchObject({ depth: 2, parent: token })
      await openLast(stage)
      expect(await readArrivals(stage, 3)).toEqual(['landing', 'back_forward', 'navigate, entry'])
    })

    test('is a view also where the token is still in the address', async ({ skip }) => {
      const { site, engine } = stage
      if (engine.name === 'webkit') skip('MiniBrowser cannot duplicate a tab')
      stage.serve()
      const never = await openNever()
      onTestFinished(never.close)
      const context = await stage.createContext()
      const page = await context.open()
      const url = `${site.url}/counts/never/${never.port}?dks=${mintToken('sms', 1)}`
      await page.evaluate((href) => {
        setTimeout(() => location.assign(href))
      }, url)
      await readArrivals(stage, 1)
      const copy = await duplicate(stage, context)
      await readArrivals(stage, 2)
      expect(await address(copy)).toBe(url)
      await openLast(stage)
      expect(await readArrivals(stage, 3)).toEqual(['landing', 'back_forward', 'navigate, entry'])
    })
  },
  { isLong: true },
)
