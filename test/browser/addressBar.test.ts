/** The address bar, for sites that opt in: the address carries a token, and all else in it works as before. */
import { expect, test } from 'vitest'
import { mintToken } from '../../src/token/mintToken.js'
import { readToken } from '../../src/token/readToken.js'
import type { Tracker } from '../../src/surface.js'
import { copySelection } from './copySelection.js'
import type { Page } from './drivers/engine.js'
import { onEveryEngine } from './onEveryEngine.js'
import { takeTokens } from './takeTokens.js'
import { waitFor } from './waitFor.js'
import './watch.js'

/** What `bar.html` keeps on `window`. */
interface BarPage {
  tracker: Tracker
  bar: {
    /** Calls of `pushState` and `replaceState`. */
    calls: number
    /** The query that the page read at each `popstate`. */
    popped: string[]
  }
}

const PAIR = /[?&]dks=(\w{13})(?=&|#|$)/

function readAddress(page: Page): Promise<string> {
  return page.evaluate(() => location.href)
}

/** Waits until the address is this one with a token in its query, and returns the token. */
async function waitForToken(page: Page, url: string): Promise<string> {
  let address = ''
  const token = await waitFor('a token in the address', async () => {
    address = await readAddress(page)
    return PAIR.exec(address)?.[1]
  })
  expect(address.replace(PAIR, '')).toBe(url)
  expect(readToken(token)).toMatchObject({ channel: 'address-bar' })
  return token
}

/** Lets the page run what it has put off, in many frames, and returns the address then. */
function settle(page: Page): Promise<string> {
  return page.evaluate(async () => {
    for (let frame = 0; frame < 30; frame++) await new Promise(requestAnimationFrame)
    return location.href
  })
}

function readState(page: Page): Promise<string> {
  return page.evaluate(() => JSON.stringify(history.state))
}

/** Runs something of the history in a task of its own, because a driver may wait for the page that is left. */
function go(page: Page, delta: number): Promise<void> {
  return page.evaluate((by) => {
    setTimeout(() => history.go(by))
  }, delta)
}

onEveryEngine(
  'the address bar',
  (stage) => {
    test('carries a token, and all else in it and in the history is as it was', async () => {
      const { site, collector } = stage
      stage.serve()
      const url = `${site.url}/bar/%C3%A9?b=2&a=%C3%A9&a=`
      const page = await (await stage.createContext()).open(`${url}#frag-%20x?y`)
      const token = await waitForToken(page, `${url}#frag-%20x?y`)
      expect(await readState(page)).toBe('{"scroll":[0,7],"list":["é",null]}')
      const [share] = await collector.waitForEvents('share', 1)
      expect(share).toMatchObject({
        token,
        gesture: 'bar',
        channel: 'address-bar',
        kind: 'blind',
        certain: false,
        depth: 1,
        page: `${site.url}/bar/%C3%A9`,
        target: null,
      })
      await settle(page)
      const { calls, errors } = await page.evaluate(() => ({
        calls: (window as unknown as BarPage).bar.calls,
        errors: window.watch.errors,
      }))
      expect({ calls, errors }).toEqual({ calls: 1, errors: [] })
      await page.close()
      await collector.waitForEvents('share', 1)
    })

    test('takes the place of the token that the reader came with, which counts once', async () => {
      const { site, collector } = stage
      stage.serve()
      const came = mintToken('whatsapp', 3)
      const page = await (await stage.createContext()).open(`${site.url}/bar?x=1&dks=${came}#far`)
      const token = await waitFor('another token', async () => {
        const found = PAIR.exec(await readAddress(page))?.[1]
        return found !== came && found
      })
      expect(await settle(page)).toBe(`${site.url}/bar?x=1&dks=${token}#far`)
      const [share] = await collector.waitForEvents('share', 1)
      expect(share).toMatchObject({ token, parent: came, depth: 4 })
      await page.close()
      const [landing] = await collector.waitForEvents('landing', 1)
      expect(landing).toMatchObject({ token: came, depth: 3 })
      expect(await collector.read('view')).toEqual([])
    })

    test('carries one token for each page of a single-page section, also on the way back', async () => {
      const { site, collector } = stage
      stage.serve()
      const url = `${site.url}/bar`
      const page = await (await stage.createContext()).open(url)
      const first = await waitForToken(page, url)
      const push = (to: string): Promise<void> =>
        page.evaluate((path) => history.pushState({ to: path }, '', path), to)
      await push('/bar/two')
      const second = await waitForToken(page, `${url}/two`)
      expect(second).not.toBe(first)
      expect(await readState(page)).toBe('{"to":"/bar/two"}')
      // Never on the front page, under none of its names.
      for (const front of ['/', '/?a=1', '/#top', '/#/', '/#!/']) {
        await push(front)
        expect(await settle(page)).toBe(`${site.url}${front}`)
      }
      await push('/#/three')
      const third = await waitForToken(page, `${site.url}/#/three`)
      // A link within a hash router keeps the query.
      await page.evaluate(() => {
        location.hash = '#/four'
      })
      const fourth = await waitFor('a token of its own', async () => {
        const found = PAIR.exec(await readAddress(page))?.[1]
        return found !== third && found
      })
      expect(await settle(page)).toBe(`${site.url}/?dks=${fourth}#/four`)
      await page.evaluate(() => {
        location.hash = '#/'
      })
      await waitFor('a clean front page', async () => (await settle(page)) === `${site.url}/#/`)

      await go(page, -8)
      await waitFor('the second page', async () => (await readState(page)).includes('/bar/two'))
      expect(await waitForToken(page, `${url}/two`)).toBe(second)
      await go(page, -1)
      await waitFor('the first page', async () => (await readState(page)).includes('scroll'))
      expect(await waitForToken(page, url)).toBe(first)
      await go(page, 1)
      await waitFor('the second page', async () => (await readState(page)).includes('/bar/two'))
      expect(await waitForToken(page, `${url}/two`)).toBe(second)
      const { popped } = await page.evaluate(() => (window as unknown as BarPage).bar)
      // Whoever reads the address at `popstate` sees it clean; a fragment that changes is no way back.
      expect(popped.slice(-3)).toEqual(['', '', ''])
      await page.close()
      const shares = await collector.waitForEvents('share', 4)
      expect(new Set(shares.map(({ token }) => token))).toEqual(
        new Set([first, second, third, fourth]),
      )
      expect(shares.every(({ certain }) => certain === false)).toBe(true)
    })

    test('lets the reader reload, leave and come back', async () => {
      const { site, collector } = stage
      stage.serve()
      const url = `${site.url}/bar?x=1`
      const page = await (await stage.createContext()).open(url)
      const token = await waitForToken(page, url)
      await page.evaluate(() => {
        setTimeout(() => location.reload())
      })
      const again = await waitFor('a new token', async () => {
        const address = await readAddress(page).catch(() => '') // while the page loads
        const found = PAIR.exec(address)?.[1]
        return found !== token && found
      })
      expect(await settle(page)).toBe(`${url}&dks=${again}`)
      expect(await readState(page)).toBe('{"scroll":[0,7],"list":["é",null]}')
      await collector.waitForEvents('share', 2)
      await page.goto(`${site.url}/minutes`)
      await collector.waitForEvents('view', 3)
      await go(page, -1)
      const views = await collector.waitForEvents('view', 4)
      await waitForToken(page, url)
      expect(views.map(({ navigation }) => navigation)).toEqual([
        'navigate',
        'reload',
        'navigate',
        expect.stringMatching(/restore|back_forward/),
      ])
      expect(await collector.read('landing')).toEqual([])
    })

    test('lets anchors scroll, and keeps one token over all of them', async () => {
      const { site, collector } = stage
      stage.serve()
      const url = `${site.url}/bar`
      const page = await (await stage.createContext()).open(`${url}#far`)
      const token = await waitForToken(page, `${url}#far`)
      const readTop = (): Promise<number> =>
        page.evaluate(() => document.querySelector('#far')?.getBoundingClientRect().top ?? -1)
      expect(Math.abs(Math.round(await readTop()))).toBe(0)
      await page.evaluate(() => scrollTo(0, 0))
      for (let time = 0; time < 5; time++) {
        await page.click('#down')
        await waitFor('the anchor', async () => Math.abs(Math.round(await readTop())) === 0)
        expect(await settle(page)).toBe(`${url}?dks=${token}#far`)
        await page.evaluate(() => {
          location.hash = '#start'
        })
        await waitFor('the top', async () => (await readTop()) > 1000)
        expect(await settle(page)).toBe(`${url}?dks=${token}#start`)
      }
      await page.close()
      await collector.waitForEvents('share', 1)
    })

    test('keeps the scroll position, on the way back too', async () => {
      const { site } = stage
      stage.serve()
      const url = `${site.url}/bar`
      const page = await (await stage.createContext()).open()
      await page.goto(url)
      await page.evaluate(() => scrollTo(0, 1234))
      await waitForToken(page, url)
      expect(await page.evaluate(() => scrollY)).toBe(1234)
      await page.evaluate(() => {
        history.pushState(null, '', '/bar/two')
        scrollTo(0, 10)
      })
      await waitForToken(page, `${url}/two`)
      await go(page, -1)
      await waitForToken(page, url)
      await waitFor('the place', () => page.evaluate(() => scrollY === 1234))
      await settle(page)
      expect(await page.evaluate(() => scrollY)).toBe(1234)
    })

    test('lets a text fragment scroll', async () => {
      const { site } = stage
      const page = await (await stage.createContext()).open(`${site.url}/bar#:~:text=Far%20down`)
      const isKnown = await page.evaluate(() => 'fragmentDirective' in document)
      const readTop = (): Promise<number> => page.evaluate(() => scrollY)
      // What the engine does with it natively, after the frames that it may take.
      await settle(page)
      const native = await readTop()
      stage.serve()
      const tagged = await (await stage.createContext()).open()
      await tagged.goto(`${site.url}/bar#:~:text=Far%20down`)
      await waitForToken(tagged, `${site.url}/bar`)
      await settle(tagged)
      expect(await tagged.evaluate(() => scrollY)).toBe(native)
      if (isKnown) expect(native).toBeGreaterThan(1000)
    })

    test('leaves the channels of other gestures on the page to them', async () => {
      const { engine, site, collector } = stage
      stage.serve()
      const url = `${site.url}/bar?x=1`
      const page = await (await stage.createContext()).open(url)
      const bar = await waitForToken(page, url)
      const shared = await page.evaluate(() =>
        (window as unknown as BarPage).tracker.share('whatsapp'),
      )
      // Chromium writes the address of the page besides, in a flavour of its own.
      const flavours = [...(await copySelection(engine, page, '#copied'))].filter(([flavour]) =>
        ['text/html', 'UTF8_STRING'].includes(flavour),
      )
      const { tokens } = takeTokens(new Map(flavours))
      const [copied] = tokens
      expect(new Set(tokens)).toEqual(new Set([copied]))
      await page.close()
      const shares = await collector.waitForEvents('share', 3)
      expect(
        shares.map(({ token, gesture, channel, certain }) => ({
          token,
          gesture,
          channel,
          certain,
        })),
      ).toEqual([
        { token: bar, gesture: 'bar', channel: 'address-bar', certain: false },
        {
          token: PAIR.exec(shared)?.[1],
          gesture: 'api',
          channel: 'whatsapp',
          certain: true,
        },
        { token: copied, gesture: 'copy', channel: 'copy-text', certain: true },
      ])
      expect(shared.replace(PAIR, '')).toBe(url)
    })

    test('is clean again after the tracker has been stopped', async () => {
      const { site, collector } = stage
      stage.serve()
      const url = `${site.url}/bar?x=1#start`
      const page = await (await stage.createContext()).open(url)
      await waitForToken(page, url)
      await page.evaluate(() => (window as unknown as BarPage).tracker.stop())
      expect(await readAddress(page)).toBe(url)
      await page.evaluate(() => history.pushState(null, '', '/bar/two'))
      expect(await settle(page)).toBe(`${site.url}/bar/two`)
      expect(await page.evaluate(() => window.watch.errors)).toEqual([])
      await collector.waitForEvents('share', 1)
    })

    test.each([{ 'data-consent': 'denied' }, { 'data-exclude': '/bar' }])(
      'stays clean where no token may be: %o',
      async (attributes) => {
        const { site, collector } = stage
        stage.serve(attributes)
        const page = await (await stage.createContext()).open(`${site.url}/bar?x=1`)
        await waitFor('the tracker', () => page.evaluate(() => 'tracker' in window))
        await waitFor('the part', () =>
          page.evaluate(() => performance.getEntriesByType('resource').length >= 2),
        )
        expect(await settle(page)).toBe(`${site.url}/bar?x=1`)
        await page.evaluate(() => history.pushState(null, '', '/bar/two'))
        expect(await settle(page)).toBe(`${site.url}/bar/two`)
        expect(await collector.read()).toEqual([])
      },
    )

    test('goes clean once consent is denied, and carries one again once it is given', async () => {
      const { site, collector } = stage
      stage.serve()
      const page = await (await stage.createContext()).open(`${site.url}/bar#/one`)
      const token = await waitForToken(page, `${site.url}/bar#/one`)
      await collector.waitForEvents('share', 1)
      for (let n = 0; n < 3; n++) {
        await page.evaluate(() => (window as unknown as BarPage).tracker.consent('denied'))
        await waitFor('a clean address', async () =>
          (await readAddress(page)).endsWith('/bar#/one'),
        )
        await page.evaluate(() => (window as unknown as BarPage).tracker.consent('granted'))
        expect(await waitForToken(page, `${site.url}/bar#/one`)).toBe(token)
      }
      await page.evaluate(() => (window as unknown as BarPage).tracker.consent('pending'))
      await page.evaluate(() => {
        location.hash = '#/two'
      })
      await waitFor('a clean address', async () => (await readAddress(page)).endsWith('/bar#/two'))
      await page.evaluate(() => (window as unknown as BarPage).tracker.consent('cookieless'))
      await waitForToken(page, `${site.url}/bar#/two`)
      await page.evaluate(() => {
        location.hash = '#/three'
      })
      expect(await waitForToken(page, `${site.url}/bar#/three`)).not.toBe(token)
      await collector.waitForEvents('share', 3)
    })

    test('carries one in the listed parts of the site only', async () => {
      const { site, collector } = stage
      stage.serve()
      const url = `${site.url}/bar-lists`
      const page = await (await stage.createContext()).open(`${url}/news/1`)
      await waitForToken(page, `${url}/news/1`)
      for (const path of ['', '/weather', '/news/members/7']) {
        await page.evaluate((to) => history.pushState(null, '', to), `${url}${path}`)
        expect(await settle(page)).toBe(`${url}${path}`)
      }
      await page.evaluate((to) => history.pushState(null, '', to), `${url}/sports?x=1`)
      await waitForToken(page, `${url}/sports?x=1`)
      await page.close()
      await collector.waitForEvents('share', 2)
    })

    test('carries one in a share of the loads, where the site wants so', async () => {
      const { site, collector } = stage
      stage.serve()
      const page = await (await stage.createContext()).open(`${site.url}/bar-ratio`)
      await collector.waitForEvents('view', 1)
      expect(await settle(page)).toBe(`${site.url}/bar-ratio`)
      // The same number is below the ratio of this page.
      await page.goto(`${site.url}/bar-lists/news/1`)
      await waitForToken(page, `${site.url}/bar-lists/news/1`)
      await collector.waitForEvents('share', 1)
    })

    test.each(['', `?dks=${mintToken('slack', 2)}`])(
      'gives in to a router that insists on another address: %s',
      async (query) => {
        const { site } = stage
        stage.serve()
        const url = `${site.url}/bar-insisting${query}`
        const page = await (await stage.createContext()).open(url)
        // A hundred frames without a change: nobody writes to the address any more.
        const changes = await page.evaluate(async () => {
          const read = (): number => Number(Reflect.get(window, 'insisted'))
          while (read() === 0) await new Promise(requestAnimationFrame)
          let last = read()
          for (let calm = 0; calm < 100; calm++) {
            await new Promise(requestAnimationFrame)
            if (read() !== last) calm = 0
            last = read()
            if (last > 50) break
          }
          return last
        })
        expect(changes).toBeGreaterThan(0)
        expect(changes).toBeLessThanOrEqual(8)
        expect(await readAddress(page)).toBe(url)
      },
    )
  },
  { isLong: true },
)
