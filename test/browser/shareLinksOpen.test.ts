/** Share buttons that open windows by a script: what arrives, what the page gets back, and popup blockers. */
import { expect, test } from 'vitest'
import { expectTagged } from './expectTagged.js'
import { onEveryEngine } from './onEveryEngine.js'
import {
  closeOpened,
  expectShares,
  expectTokens,
  visitTargets,
  type ShareButton,
} from './shareSteps.js'
import { waitFor } from './waitFor.js'

declare global {
  interface Window {
    /** What `window.open` gave back to the page (`share-open.html`, `share-blocked.html`). */
    opened: string[]
    /** URLs that reached the browser's own `window.open`. */
    asked: string[]
  }
}

const BUTTONS: ShareButton[] = [
  { id: 'sized', host: 'x.com', channel: 'x' },
  { id: 'noopener', host: 'wa.me', channel: 'whatsapp' },
  { id: 'object', host: 'www.xing.com', channel: 'xing' },
  { id: 'relative', host: 't.me', channel: 'telegram' },
  // The click is on a link, too, and one share all the same.
  { id: 'handled', host: 'www.pinterest.fr', channel: 'pinterest' },
]

const LEFT_ALONE = [
  { id: 'elsewhere', host: 'translate.google.com' },
  { id: 'ignored', host: 'www.reddit.com' },
]

onEveryEngine(
  'a window to a share target',
  (stage) => {
    test('arrives with one token of its channel, and the page gets what it gets without', async () => {
      const { site } = stage
      const world = await stage.openWorld()
      const context = await stage.createContext({ world })
      const page = await context.open()
      const visit = async () => {
        await page.goto(`${site.url}/share-open`)
        const urls = await visitTargets({ page, context, world }, [...BUTTONS, ...LEFT_ALONE])
        return { urls, opened: await page.evaluate(() => window.opened) }
      }
      const native = await visit()
      stage.serve()
      const { urls, opened } = await visit()
      expect(opened).toEqual(native.opened)
      const tokens = expectTokens(stage, BUTTONS, { arrived: urls, native: native.urls })
      expect(urls.slice(BUTTONS.length)).toEqual(native.urls.slice(BUTTONS.length))
      expect(await page.evaluate(() => window.watch.errors)).toEqual([])
      await expectShares(
        stage,
        page,
        BUTTONS.map(({ id, channel }, index) => ({
          token: tokens[index],
          channel,
          gesture: id === 'handled' ? 'link' : 'open',
        })),
      )
    })

    test('by a link that leads there itself is one share', async () => {
      const { site } = stage
      const world = await stage.openWorld()
      const context = await stage.createContext({ world })
      stage.serve()
      const page = await context.open(`${site.url}/share-open`)
      const written = await page.evaluate(
        () => document.querySelector<HTMLAnchorElement>('#doubled')?.href ?? '',
      )
      const host = 'www.tumblr.com'
      const [arrived = ''] = await visitTargets({ page, context, world }, [{ id: 'doubled', host }])
      const { token, channel } = expectTagged(arrived, written, site.url)
      // Popup blockers may let one of the two windows through, or both.
      const visits = world.visits.filter(({ url }) => url.includes(host))
      expect(new Set(visits.map(({ url }) => url))).toEqual(new Set([arrived]))
      await expectShares(stage, page, [{ token, channel, gesture: 'link' }])
    })

    test('to a program has the token, too', async () => {
      const { site } = stage
      const context = await stage.createContext({ world: await stage.openWorld() })
      const page = await context.open()
      const press = async (): Promise<string> => {
        await page.goto(`${site.url}/share-open`)
        await page.click('#app')
        await closeOpened(context)
        return page.evaluate(() => window.asked[0] ?? '')
      }
      const native = await press()
      stage.serve()
      const { token, channel } = expectTagged(await press(), native, site.url)
      expect(channel).toBe('viber')
      await expectShares(stage, page, [{ token, channel, gesture: 'open' }])
    })

    test('that the browser blocks is no share, and the page gets null', async () => {
      const { site } = stage
      const world = await stage.openWorld()
      const context = await stage.createContext({ world })
      const page = await context.open()
      const press = async (): Promise<string> => {
        await page.goto(`${site.url}/share-blocked`)
        site.requests.length = 0
        await page.click('#both')
        await waitFor('the second attempt', async () => site.requests.includes('GET /tried'))
        expect(await page.evaluate(() => window.opened)).toEqual([
          'blocked: false',
          'blocked: true',
        ])
        const url = await world.waitForVisit('t.me')
        await closeOpened(context)
        return url
      }
      const native = await press()
      stage.serve()
      const shared = expectTagged(await press(), native, site.url)
      expect(await page.evaluate(() => window.watch.errors)).toEqual([])
      await expectShares(stage, page, [{ ...shared, gesture: 'open' }])
      expect(world.visits.filter(({ url }) => /wa\.me|reddit/.test(url))).toEqual([])
    })
  },
  { isLong: true },
)
