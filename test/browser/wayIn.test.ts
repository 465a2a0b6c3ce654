/** What is remembered of the way in: on later pages, in other tabs, and over a change of consent. */
import { expect, test } from 'vitest'
import '../../src/window.js'
import type { ConsentMode } from '../../src/consent/gate.js'
import { mintToken } from '../../src/token/mintToken.js'
import type { Context, Page } from './drivers/engine.js'
import { onEveryEngine, type Stage } from './onEveryEngine.js'
import { waitFor } from './waitFor.js'

/** Whether a page has been loaded, and its script has run. */
const isAt = (page: Page, path: string): Promise<boolean> =>
  page
    .evaluate(
      (wanted) =>
        location.pathname === wanted &&
        document.readyState === 'complete' &&
        !!Reflect.get(window, 'aparte') &&
        !Array.isArray(Reflect.get(window, 'aparte')),
      path,
    )
    // The document went away while it was asked.
    .catch(() => false)

/** Follows a link of the page, or does whatever else leads to the next page of the tab. */
async function follow(page: Page, selector: string, path: string): Promise<void> {
  await page.click(selector)
  await waitFor(`the page ${path}`, () => isAt(page, path))
}

/** Opens another tab by what the page does, and returns it. */
async function openTab(
  context: Context,
  page: Page,
  path: string,
  act: () => Promise<unknown>,
): Promise<Page> {
  const before = (await context.pages()).length
  await act()
  const tab = await waitFor('another tab', async () => {
    const pages = await context.pages()
    return pages.length > before && pages.at(-1)
  })
  await waitFor(`the page ${path} in it`, () => isAt(tab, path))
  return tab
}

/** Shares the page by a button of the site; returns depth and parent, as its event says. */
async function share({ collector }: Stage, page: Page): Promise<[number, string | null]> {
  const url = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        window.aparte?.push((tracker) => resolve(tracker.share('qr')))
      }),
  )
  const [, token] = /dks=(\w{13})/.exec(url) ?? []
  const row = await waitFor('the share', async () =>
    (await collector.read('share')).find((row) => row['token'] === token),
  )
  return [Number(row['depth']), row['parent'] as string | null] // a column of text
}

const consent = (page: Page, mode: ConsentMode): Promise<void> =>
  page.evaluate((wanted) => {
    window.aparte?.push((tracker) => tracker.consent(wanted))
  }, mode)

onEveryEngine(
  'the way in',
  (stage) => {
    test('is known in mode granted: on later pages, in a tab with an opener, not in one without', async () => {
      const { site } = stage
      stage.serve({ 'data-consent': 'granted' })
      const token = mintToken('whatsapp', 2)
      const context = await stage.createContext()
      const page = await context.open(`${site.url}/counts?dks=${token}`)
      await stage.collector.waitForEvents('landing', 1)
      expect(await share(stage, page)).toEqual([3, token])
      await follow(page, '#next', '/counts/next')
      expect(await share(stage, page)).toEqual([3, token])
      // A copy of the memory of its opener.
      const tab = await openTab(context, page, '/counts/blank', () => page.click('#blank'))
      await stage.collector.waitForEvents('view', 2)
      expect(await share(stage, tab)).toEqual([3, token])
      const alone = await openTab(context, page, '/counts/silent', () => page.click('#alone'))
      await stage.collector.waitForEvents('view', 3)
      expect(await share(stage, alone)).toEqual([0, null])
      // Each tab has a landing of its own, and the last one counts.
      const second = mintToken('line', 4)
      await alone.goto(`${site.url}/counts?dks=${second}`)
      await stage.collector.waitForEvents('landing', 2)
      expect(await share(stage, alone)).toEqual([5, second])
      expect(await share(stage, page)).toEqual([3, token])
    })

    test('is known for the life of the document in mode cookieless, and never guessed', async () => {
      const { site, collector } = stage
      stage.serve()
      const token = mintToken('whatsapp', 2)
      const page = await (await stage.createContext()).open(`${site.url}/counts?dks=${token}`)
      await collector.waitForEvents('landing', 1)
      await page.evaluate(() => history.pushState(null, '', '/counts/route'))
      await collector.waitForEvents('view', 1)
      expect(await share(stage, page)).toEqual([3, token])
      await follow(page, '#next', '/counts/next')
      expect(await share(stage, page)).toEqual([0, null])
      await page.evaluate(() => {
        setTimeout(() => location.reload())
      })
      await collector.waitForEvents('view', 3)
      expect(await share(stage, page)).toEqual([0, null])
    })

    test('follows each change of what the reader allows', async () => {
      const { site, collector } = stage
      stage.serve({ 'data-consent': 'denied' })
      const token = mintToken('whatsapp', 2)
      const page = await (await stage.createContext()).open(`${site.url}/counts?dks=${token}`)
      await consent(page, 'granted')
      await collector.waitForEvents('landing', 1)
      expect(await share(stage, page)).toEqual([3, token])
      // Stored by now; a start in another mode leaves it alone, and a grant reads it.
      await follow(page, '#next', '/counts/next')
      await consent(page, 'granted')
      await collector.waitForEvents('view', 1)
      expect(await share(stage, page)).toEqual([3, token])
      // A step down deletes it.
      await consent(page, 'cookieless')
      await follow(page, '#last', '/counts/last')
      await consent(page, 'granted')
      await collector.waitForEvents('view', 2)
      expect(await share(stage, page)).toEqual([0, null])
    })
  },
  { isLong: true },
)
