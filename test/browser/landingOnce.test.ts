/** Exactly one landing or view for each load that is shown, whatever readers and pages do. */
import { expect, test } from 'vitest'
import '../../src/window.js'
import { mintToken } from '../../src/token/mintToken.js'
import { openLast, readArrivals } from './arrivals.js'
import type { Page } from './drivers/engine.js'
import { onEveryEngine } from './onEveryEngine.js'
import { openNever } from './openNever.js'
import { waitFor } from './waitFor.js'

const address = (page: Page): Promise<string> => page.evaluate(() => location.href)

function waitForAddress(page: Page, url: string): Promise<true> {
  return waitFor(`the address ${url}`, async () => (await address(page)) === url)
}

onEveryEngine(
  'the one arrival',
  (stage) => {
    test('is a landing, and a view for who leaves before the token is gone and comes back', async () => {
      const { site } = stage
      stage.serve()
      const never = await openNever()
      const page = await (await stage.createContext()).open()
      const url = `${site.url}/counts/never/${never.port}?dks=${mintToken('sms', 1)}`
      await page.evaluate((href) => {
        setTimeout(() => location.assign(href))
      }, url)
      await waitFor('the landing', async () => (await stage.collector.read('landing')).length === 1)
      expect(await address(page)).toBe(url)
      await page.evaluate(() => {
        setTimeout(() => location.assign('/minutes'))
      })
      await readArrivals(stage, 2)
      await page.evaluate(() => {
        setTimeout(() => history.back())
      })
      expect((await readArrivals(stage, 3))[2]).toMatch(/^(back_forward|restore)$/)
      await openLast(stage)
      expect(await readArrivals(stage, 4)).toHaveLength(4)
      await never.close()
    })

    test('is a view for a token that turns up on a route change, and the token goes', async () => {
      const { site } = stage
      stage.serve()
      const page = await (await stage.createContext()).open(`${site.url}/counts`)
      await readArrivals(stage, 1)
      await page.evaluate(
        (token) => {
          history.pushState({ of: 'the app' }, '', `/counts/two?x=1&dks=${token}#top`)
        },
        mintToken('sms', 1),
      )
      await waitForAddress(page, `${site.url}/counts/two?x=1#top`)
      expect(await page.evaluate(() => JSON.stringify(history.state))).toBe('{"of":"the app"}')
      expect(await readArrivals(stage, 2)).toEqual(['navigate, entry', 'route'])
    })

    test('is a landing with the last of two tokens, of which none stays', async () => {
      const { site, collector } = stage
      stage.serve()
      const [first, last] = [mintToken('sms', 1), mintToken('line', 2)]
      const page = await (
        await stage.createContext()
      ).open(`${site.url}/counts?dks=${first}&x=1&amp;dks=${first}&dks=${last}`)
      const [landing] = await collector.waitForEvents('landing', 1)
      expect(landing).toMatchObject({ token: last, channel: 'line', depth: 2 })
      await waitForAddress(page, `${site.url}/counts?x=1`)
    })

    test.each([
      ['?x=1&amp;dks={T}', '?x=1'],
      ['?x=1&dks={T}).#top', '?x=1#top'],
      ['?x=1%26dks%3D{T}', '?x=1'],
      ['/a%3Fdks%3D{T}', '/a'],
      ['#top&dks={T}', '#top'],
      ['?to=%2Fa%3Fdks%3D{T}', '?to=%2Fa%3Fdks%3D{T}'],
    ])('is a landing with a token mangled on its way: %s', async (from, to) => {
      const { site, collector } = stage
      stage.serve()
      const token = mintToken('sms', 1)
      const url = `${site.url}/counts`
      const page = await (await stage.createContext()).open(url + from.replace('{T}', token))
      const [landing] = await collector.waitForEvents('landing', 1)
      expect(landing).toMatchObject({ token, repaired: true, page: url + to.replace(/[?#].*/, '') })
      await waitForAddress(page, url + to.replace('{T}', token))
    })

    test.each([
      ['its own page', '', 'view'],
      ['its own page, which sends no referrer', 'no-referrer', 'view'],
      ['a page of another site', '', 'landing'],
    ])('is one in a frame of %s', async (whose, policy, type) => {
      const { site, collector } = stage
      stage.serve()
      const own = `${site.url}/counts?dks=${mintToken('sms', 1)}`
      const isOwn = whose.startsWith('its own')
      const host = isOwn ? site.url : site.url.replace('127.0.0.1', 'localhost')
      const query = new URLSearchParams({ src: own, policy })
      const page = await (await stage.createContext()).open(`${host}/counts-frame?${query}`)
      const canKnow = await page.evaluate(() => 'ancestorOrigins' in location)
      await readArrivals(stage, 1)
      await openLast(stage)
      await readArrivals(stage, 2)
      const expected = policy && !canKnow ? 'landing' : type
      expect(await collector.read('landing')).toHaveLength(expected === 'landing' ? 1 : 0)
      if (!isOwn) return
      const clean = site.url + '/counts'
      await waitFor('the clean frame', () =>
        page.evaluate((wanted) => frames[0]?.location.href === wanted, clean),
      )
    })

    test('is no entry on a later page in the tab, also of a site that sends no referrer', async () => {
      const { site, collector } = stage
      stage.serve()
      const page = await (await stage.createContext()).open(`${site.url}/counts`)
      await readArrivals(stage, 1)
      const canKnow = await page.evaluate(
        () =>
          !!(Reflect.get(window, 'navigation') as { activation?: object } | undefined)?.activation,
      )
      await page.click('#next')
      await readArrivals(stage, 2)
      await page.click('#silent')
      const arrivals = await readArrivals(stage, 3)
      expect(arrivals).toEqual([
        'navigate, entry',
        'navigate',
        canKnow ? 'navigate' : 'navigate, entry',
      ])
      // Nor can the way in be known: nothing is stored in this mode.
      await page.evaluate(() => window.aparte?.push((tracker) => void tracker.share('qr')))
      const [share] = await collector.waitForEvents('share', 1)
      expect(share).toMatchObject({ depth: canKnow ? 0 : 1, parent: null })
    })

    test('scrolls to the text or the anchor that the address names, with a token and without', async () => {
      const { site } = stage
      stage.serve()
      const token = mintToken('sms', 1)
      for (const fragment of ['#far', '#:~:text=A%20sentence%20far%20below']) {
        const read = async (query: string): Promise<number> => {
          const page = await (
            await stage.createContext()
          ).open(`${site.url}/counts${query}${fragment}`)
          await waitFor('a clean address', async () => !(await address(page)).includes('dks='))
          const y = await page.evaluate(async () => {
            let last = -1
            // Still for ten frames.
            for (let calm = 0; calm < 10; calm++) {
              await new Promise(requestAnimationFrame)
              if (scrollY !== last) calm = 0
              last = scrollY
            }
            return last
          })
          await page.close()
          return y
        }
        const native = await read('?x=1')
        expect(Math.abs((await read(`?x=1&dks=${token}`)) - native)).toBeLessThanOrEqual(1)
        expect(native).toBeGreaterThan(1000)
      }
    })

    test('says that a program drives the browser, and of no person where nobody touches the page', async () => {
      const { site, collector } = stage
      stage.serve()
      const page = await (
        await stage.createContext()
      ).open(`${site.url}/counts?dks=${mintToken('sms', 1)}`)
      const isDriven = await page.evaluate(() => navigator.webdriver)
      const [landing] = await collector.waitForEvents('landing', 1)
      expect(landing?.['automated']).toBe(isDriven ? true : null)
      // Events made by scripts are no evidence.
      await page.evaluate(() => {
        for (const type of ['pointerdown', 'keydown', 'visibilitychange'])
          document.body.dispatchEvent(new Event(type, { bubbles: true }))
      })
      await page.close()
      await openLast(stage)
      await readArrivals(stage, 2)
      expect(await collector.read('engage')).toEqual([])
    })
  },
  { isLong: true },
)
