/** Single-page applications: their routers go on working while tokens come into the address and go out of it. */
import { expect, test } from 'vitest'
import { mintToken } from '../../src/token/mintToken.js'
import type { Page } from './drivers/engine.js'
import { isQuick } from './isQuick.js'
import { onEveryEngine } from './onEveryEngine.js'
import { waitFor } from './waitFor.js'
import './watch.js'

/** What the application shows of its route. */
interface Route {
  path: string
  query?: string
  from?: string
}

/** A step of the reader, and the route that it leads to. */
type Step = [act: `#${string}` | number, route: Route]

const STEPS: Step[] = [
  ['#two', { path: '/two' }],
  ['#query', { path: '/two', query: '?page=2' }],
  ['#state', { path: '/three', from: 'two' }],
  [-1, { path: '/two', query: '?page=2' }],
  [-1, { path: '/two' }],
  [2, { path: '/three', from: 'two' }],
  ['#replace', { path: '/four' }],
  ['#two', { path: '/two' }],
  [-1, { path: '/four' }],
  ['#one', { path: '/one' }],
]

const ROUTERS = ['react-history', 'react-hash', 'vue-history', 'vue-hash']

const PAIR = /[?&]dks=(\w{13})(?=&|#|$)/

function readRoute(page: Page): Promise<string> {
  return page.evaluate(() => document.querySelector('#route')?.textContent ?? '')
}

async function waitForRoute(page: Page, { path, query = '', from }: Route): Promise<void> {
  let shown = ''
  const wanted = JSON.stringify({ path, query, from })
  await waitFor(`the route ${wanted}`, async () => {
    shown = await readRoute(page)
    return shown === wanted
  }).catch((cause: unknown) => {
    throw new Error(`the application shows ${shown}`, { cause })
  })
}

/** Waits until nobody has asked for another address for six frames, and returns it, and how often it was asked for. */
function settle(page: Page): Promise<{ href: string; calls: number; state: string }> {
  return page.evaluate(async () => {
    const read = (): number => Number(Reflect.get(window, 'calls'))
    let last = read()
    for (let calm = 0; calm < 6; calm++) {
      await new Promise(requestAnimationFrame)
      if (read() !== last) calm = 0
      last = read()
      if (last > 500) break
    }
    // The keys of React Router are random.
    const state = JSON.stringify(history.state).replace(/"key":"\w+"/, '"key":""')
    return { href: location.href, calls: last, state }
  })
}

/** Waits for an address that is fine and stays. */
function settleOn(page: Page, isFine: (href: string) => boolean): ReturnType<typeof settle> {
  let href = ''
  return waitFor('the address', async () => {
    const settled = await settle(page)
    href = settled.href
    return isFine(href) && settled
  }).catch((cause: unknown) => {
    throw new Error(`the address is ${href}`, { cause })
  })
}

async function take(page: Page, [act, route]: Step): Promise<void> {
  if (typeof act === 'string') await page.click(act)
  else await page.evaluate((by) => setTimeout(() => history.go(by)), act)
  await waitForRoute(page, route)
}

/** Scrolls, follows a link, scrolls there, goes back and forward; returns what `history.state` was at each of these. */
async function scrollAndReturn(page: Page, start: string, isMinded: boolean): Promise<string[]> {
  const states: string[] = []
  const isAt = async (top: number): Promise<void> => {
    let last = -1
    await waitFor(`the scroll position ${top}`, async () => {
      last = await page.evaluate(() => Math.round(scrollY))
      return last === top
    }).catch((cause: unknown) => {
      throw new Error(`the page is scrolled to ${last}`, { cause })
    })
    states.push((await settle(page)).state)
  }
  const scroll = (top: number): Promise<void> => page.evaluate((to) => scrollTo(0, to), top)
  await page.evaluate(() => {
    document.body.style.height = '6000px'
    // Who clicks as a driver does would scroll to the link.
    scrollTo(0, 2500)
  })
  await isAt(2500)
  await page.evaluate(() => document.querySelector<HTMLElement>('#two')?.click())
  await waitForRoute(page, { path: '/two' })
  await isAt(isMinded ? 0 : 2500)
  await scroll(700)
  await isAt(700)
  await page.evaluate(() => setTimeout(() => history.back()))
  // Vue's router writes the address of the load again when it is left, and so goes on showing the token of a landing.
  await waitFor('the first route', async () => (await readRoute(page)).startsWith('{"path":"/one"'))
  await settleOn(page, (href) => href === start)
  await isAt(2500)
  await take(page, [1, { path: '/two' }])
  await isAt(700)
  return states
}

function urlOf(site: string, name: string, { path, query = '' }: Route): string {
  return `${site}/${name}${name.endsWith('hash') ? '#' : ''}${path}${query}`
}

onEveryEngine(
  'the router of an application',
  (stage) => {
    test.each(ROUTERS)('goes on after the token of a landing: %s', async (name) => {
      const { site, collector } = stage
      const token = mintToken('whatsapp', 2)
      const start = urlOf(site.url, name, { path: '/one' })
      const run = async (page: Page): Promise<string[]> => {
        const seen: string[] = []
        await page.click('#count')
        for (const step of STEPS) {
          await take(page, step)
          const { state } = await settleOn(page, (href) => href === urlOf(site.url, name, step[1]))
          seen.push(state)
        }
        // State that a load would have lost.
        expect(await page.evaluate(() => document.querySelector('#count')?.textContent)).toBe('1')
        return seen
      }
      const clean = await (await stage.createContext()).open(start)
      const native = await run(clean)
      const { calls: few } = await settle(clean)
      await clean.close()

      stage.serve()
      const url = start.replace(/#|$/, `?dks=${token}$&`)
      const page = await (await stage.createContext()).open(url)
      await settleOn(page, (href) => href === start)
      const states = await run(page)
      const { calls } = await settle(page)
      // What the router wrote before the token was taken away stays what it is.
      expect(states.map((state) => state.replace(`?dks=${token}`, ''))).toEqual(native)
      // One for the landing; a router that keeps the token in what it writes costs one a page.
      expect(calls - few).toBeLessThanOrEqual(2 * STEPS.length + 1)
      expect(await page.evaluate(() => window.watch.errors)).toEqual([])
      await page.close()
      const [landing] = await collector.waitForEvents('landing', 1)
      expect(landing).toMatchObject({ token })
      const views = await collector.read('view')
      expect(new Set(views.map(({ navigation }) => navigation))).toEqual(new Set(['route']))
    })

    test.each(
      ROUTERS.flatMap((name) => [
        { name, by: 'the browser', query: '' },
        { name, by: 'the router', query: '?scroll=router' },
        // Two of the four in `npm test`, which has fifteen minutes for everything.
      ]).filter(({ name, query }) => !isQuick || name.endsWith('hash') === (query === '')),
    )('is back where the reader had scrolled to, by $by: $name', async ({ name, by, query }) => {
      const { site, collector } = stage
      const token = mintToken('whatsapp', 2)
      const route = { path: '/one', query }
      const start = urlOf(site.url, name, route)
      const run = async (url: string): Promise<string[]> => {
        const page = await (await stage.createContext()).open(url)
        // A router that has started before the token was taken away goes on showing it.
        await waitFor('the application', async () => (await readRoute(page)) !== '')
        await settleOn(page, (href) => href === start)
        const states = await scrollAndReturn(page, start, by === 'the router')
        expect(await page.evaluate(() => window.watch.errors)).toEqual([])
        await page.close()
        return states
      }
      const native = await run(start)
      stage.serve()
      const pair = `dks=${token}`
      const url = name.endsWith('hash')
        ? start.replace('#', `?${pair}#`)
        : `${start}${query === '' ? '?' : '&'}${pair}`
      const states = await run(url)
      // What the router wrote before the token was taken away stays what it is.
      expect(states.map((state) => state.replaceAll(/[?&]dks=\w{13}/g, ''))).toEqual(native)
      const [landing] = await collector.waitForEvents('landing', 1)
      expect(landing).toMatchObject({ token })
    })

    test.each(ROUTERS)('goes on while each address carries a token: %s', async (name) => {
      const { site, collector } = stage
      const own = `bar-${name}`
      const run = async (isFine: (href: string, route: Route) => boolean) => {
        const start = urlOf(site.url, own, { path: '/one' })
        const page = await (await stage.createContext()).open(start)
        await waitForRoute(page, { path: '/one' })
        await page.click('#count')
        const states: string[] = []
        for (const step of STEPS) {
          await take(page, step)
          const { state } = await settleOn(page, (href) => isFine(href, step[1]))
          states.push(state)
        }
        expect(await page.evaluate(() => document.querySelector('#count')?.textContent)).toBe('1')
        expect(await page.evaluate(() => window.watch.errors)).toEqual([])
        const { calls } = await settle(page)
        await page.close()
        return { states, calls }
      }
      const native = await run((href, route) => href === urlOf(site.url, own, route))

      stage.serve()
      const tokens = new Map<string, string>()
      const tagged = await run((href, route) => {
        const [, token] = PAIR.exec(href) ?? []
        if (token === undefined || href.replace(PAIR, '') !== urlOf(site.url, own, route))
          return false
        // One for a page, whatever way led to it; a hash router brings that of the page before along.
        const known = tokens.get(route.path)
        if (known === undefined && [...tokens.values()].includes(token)) return false
        tokens.set(route.path, known ?? token)
        return (known ?? token) === token
      })
      expect(tagged.states).toEqual(native.states)
      // One at the start, then at most two a step: away on the way back, and there again.
      expect(tagged.calls - native.calls).toBeLessThanOrEqual(2 * STEPS.length + 1)
      const shares = await collector.waitForEvents('share', tokens.size)
      expect(new Set(shares.map(({ token }) => token))).toEqual(new Set(tokens.values()))
      expect(new Set(tokens.values()).size).toBe(4)
    })

    test.each(ROUTERS)('starts from an address with a token of its own: %s', async (name) => {
      const { site, collector } = stage
      stage.serve()
      const own = `bar-${name}`
      const page = await (await stage.createContext()).open(urlOf(site.url, own, { path: '/two' }))
      const readToken = async (): Promise<string | undefined> =>
        PAIR.exec((await settle(page)).href)?.[1]
      const first = await waitFor('a token', readToken)
      await page.evaluate(() => {
        setTimeout(() => location.reload())
      })
      await collector.waitForEvents('view', 2)
      const second = await waitFor('another token', async () => {
        const token = await readToken()
        return token !== first && token
      })
      await take(page, ['#state', { path: '/three', from: 'two' }])
      const third = await waitFor('a third token', async () => {
        const token = await readToken()
        return token !== second && token
      })
      const { href } = await settle(page)
      expect(href.replace(PAIR, '')).toBe(urlOf(site.url, own, { path: '/three' }))
      expect(new Set([first, second, third]).size).toBe(3)
      await page.close()
      await collector.waitForEvents('share', 3)
      expect(await collector.read('landing')).toEqual([])
    })
  },
  { isLong: true },
)
