/** A SvelteKit site, installed and built by this test, whose pages carry the built script. */
import type { RequestListener } from 'node:http'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mintToken } from '../../src/token/mintToken.js'
import { buildFixture } from './buildFixture.js'
import type { Page } from './drivers/engine.js'
import { isQuick } from './isQuick.js'
import { onEveryEngine } from './onEveryEngine.js'
import { openFront, type Front } from './openFront.js'
import { settle, settleOn, type Settled } from './settle.js'
import { waitFor } from './waitFor.js'

let front: Front
let site = ''

beforeAll(async () => {
  if (isQuick) return
  const folder = await buildFixture('test/fixtures/sveltekit')
  const { handler } = (await import(pathToFileURL(`${folder}build/handler.js`).href)) as {
    handler: RequestListener
  }
  front = await openFront(handler)
  site = front.url
})

afterAll(async () => {
  if (!isQuick) await front.close()
})

/** A step of the reader, and the route that it leads to: name, path, query. */
type Step = [act: `#${string}` | number, route: [name: string, path: string, query?: string]]

const STEPS: Step[] = [
  ['#search', ['search', '/search', 'q=harbour']],
  ['#chapter', ['chapter 2', '/chapter/2']],
  ['#push', ['chapter 2', '/chapter/2', 'page=2']],
  [-1, ['chapter 2', '/chapter/2']],
  [-1, ['search', '/search', 'q=harbour']],
  [2, ['chapter 2', '/chapter/2', 'page=2']],
  ['#home', ['home', '/']],
]

async function waitForRoute(page: Page, [name, pathname, query = '']: Step[1]): Promise<void> {
  const wanted = JSON.stringify({ name, pathname, query })
  await waitFor(`the route ${wanted}`, () =>
    page.evaluate((text) => document.querySelector('#route')?.textContent === text, wanted),
  )
}

/** Where the page is scrolled to, once that has not changed for ten frames. */
function readScroll(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let last = -1
    for (let calm = 0; calm < 10; calm++) {
      await new Promise(requestAnimationFrame)
      if (scrollY !== last) calm = 0
      last = scrollY
    }
    return last
  })
}

/** Goes all the steps; returns what the router keeps at each, and where the way back from there scrolled to. */
async function walk(page: Page): Promise<{ last: Settled; states: string[]; scroll: number }> {
  const states: string[] = []
  await page.click('#count')
  await waitFor('the count', () =>
    page.evaluate(() => document.querySelector('#count')?.textContent === '1'),
  )
  for (const [act, route] of STEPS) {
    if (typeof act === 'string') await page.click(act)
    else await page.evaluate((by) => setTimeout(() => history.go(by)), act)
    await waitForRoute(page, route)
    const [, path, query] = route
    const url = `${site}${path}${query === undefined ? '' : `?${query}`}`
    states.push((await settleOn(page, (href) => href === url)).state)
  }
  await page.evaluate(() => scrollTo(0, 1234))
  await page.click('#search')
  await waitForRoute(page, ['search', '/search', 'q=harbour'])
  await page.evaluate(() => setTimeout(() => history.back()))
  await waitForRoute(page, ['home', '/'])
  const scroll = await readScroll(page)
  // State that a load would have lost.
  expect(await page.evaluate(() => document.querySelector('#count')?.textContent)).toBe('1')
  expect(await page.evaluate(() => Reflect.get(window, 'errors') as string[])).toEqual([])
  return { last: await settle(page), states, scroll }
}

onEveryEngine(
  'the router of SvelteKit',
  (stage) => {
    test('goes on after the token of a landing, with its state, the way back and scroll positions', async () => {
      const { collector } = stage
      front.serve(collector.endpoint)
      const clean = await (await stage.createContext()).open(`${site}/chapter/2?a=1`)
      await waitForRoute(clean, ['chapter 2', '/chapter/2', 'a=1'])
      const native = await walk(clean)
      await clean.close()

      front.serve(collector.endpoint, 'aparte.min.js')
      const token = mintToken('whatsapp', 2)
      const page = await (await stage.createContext()).open(`${site}/chapter/2?a=1&dks=${token}`)
      await settleOn(page, (href) => href === `${site}/chapter/2?a=1`)
      const tagged = await walk(page)
      expect(tagged.states).toEqual(native.states)
      expect(tagged.scroll).toBe(native.scroll)
      expect(tagged.last.calls - native.last.calls).toBeLessThanOrEqual(3)
      // Back to where the reader came in: the token does not come back.
      await page.evaluate((by) => setTimeout(() => history.go(by)), -4)
      await settleOn(page, (href) => href === `${site}/chapter/2?a=1`)
      await page.close()
      const [landing] = await collector.waitForEvents('landing', 1)
      expect(landing).toMatchObject({ token, page: `${site}/chapter/2` })
    })
  },
  { isLong: true, standIn: 'exampleSvelte.test.ts' },
)
