/** A Next.js site with the App Router, installed and built by this test, whose pages carry the built script. */
import { spawn, type ChildProcess } from 'node:child_process'
import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mintToken } from '../../src/token/mintToken.js'
import { buildFixture, FIXTURE_ENV } from './buildFixture.js'
import type { Page } from './drivers/engine.js'
import { isQuick } from './isQuick.js'
import { onEveryEngine } from './onEveryEngine.js'
import { openFront, type Front } from './openFront.js'
import { settle, settleOn } from './settle.js'
import { waitFor } from './waitFor.js'

const PAIR = /[?&]dks=(\w{13})(?=&|#|$)/

let next: ChildProcess | undefined
let front: Front
let site = ''

beforeAll(async () => {
  if (isQuick) return
  const folder = await buildFixture('test/fixtures/next')
  const child = spawn(
    process.execPath,
    [`${folder}node_modules/next/dist/bin/next`, 'start', '--port', '0', '--hostname', '127.0.0.1'],
    { cwd: folder, env: FIXTURE_ENV, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  next = child
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const port = await waitFor(
    'Next.js to start',
    async () => /Ready in/.test(said) && /http:\/\/127\.0\.0\.1:(\d+)/.exec(said)?.[1],
    60_000,
  )
  front = await openFront((incoming, response) => {
    const { url, method, headers } = incoming
    const passed = request({ host: '127.0.0.1', port, path: url, method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers)
      answer.pipe(response)
    })
    passed.on('error', () => response.destroy())
    incoming.pipe(passed)
  })
  site = front.url
})

afterAll(async () => {
  if (isQuick) return
  await front.close()
  const child = next
  if (child === undefined) return
  const ended = new Promise((resolve) => {
    child.once('exit', resolve)
  })
  child.kill()
  await ended
})

/** What the application shows of its route. */
interface Route {
  name: string
  pathname: string
  query: string
}

/** A step of the reader, and the route that it leads to. */
type Step = [act: `#${string}` | number, route: Route]

const HOME = { name: 'home', pathname: '/', query: '' }
const CHAPTER = { name: 'chapter 2', pathname: '/chapter/2', query: '' }
const SECOND = { ...CHAPTER, query: 'page=2' }
const SEARCH = { name: 'search', pathname: '/search', query: 'q=harbour' }

const STEPS: Step[] = [
  ['#search', SEARCH],
  ['#chapter', CHAPTER],
  ['#push', SECOND],
  [-1, CHAPTER],
  [-1, SEARCH],
  [2, SECOND],
  ['#home', HOME],
  [-1, SECOND],
]

async function waitForRoute(page: Page, route: Route): Promise<void> {
  const wanted = JSON.stringify(route)
  let shown = ''
  await waitFor(`the route ${wanted}`, async () => {
    shown = await page.evaluate(() => document.querySelector('#route')?.textContent ?? '')
    return shown === wanted
  }).catch((cause: unknown) => {
    throw new Error(`the application shows ${shown}`, { cause })
  })
}

/** Goes all the steps, and expects the state of the application to live through each route as it does natively. */
async function walk(page: Page, isFine: (href: string, url: string) => boolean) {
  const states: string[] = []
  for (const [act, route] of STEPS) {
    if (typeof act === 'string') await page.click(act)
    else await page.evaluate((by) => setTimeout(() => history.go(by)), act)
    await waitForRoute(page, route)
    const url = `${site}${route.pathname}${route.query && `?${route.query}`}`
    const { state } = await settleOn(page, (href) => isFine(href, url))
    states.push(state)
  }
  await page.click('#count')
  await waitFor('the count', () =>
    page.evaluate(() => document.querySelector('#count')?.textContent === '1'),
  )
  await page.click('#refresh')
  const { calls } = await settle(page)
  await waitForRoute(page, SECOND)
  expect(await page.evaluate(() => document.querySelector('#count')?.textContent)).toBe('1')
  expect(await page.evaluate(() => Reflect.get(window, 'errors') as string[])).toEqual([])
  return { states, calls }
}

async function openBooted(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await waitFor('the scripts', () => page.evaluate(() => Reflect.get(window, 'booted') === true))
}

onEveryEngine(
  'the App Router of Next.js',
  (stage) => {
    test('goes on after the token of a landing has been taken away', async () => {
      const { collector } = stage
      const page = await (await stage.createContext()).open()
      front.serve(collector.endpoint)
      await openBooted(page, `${site}/chapter/2?a=1`)
      const native = await walk(page, (href, url) => href === url)

      front.serve(collector.endpoint, 'aparte.min.js')
      const token = mintToken('whatsapp', 2)
      await openBooted(page, `${site}/chapter/2?a=1&dks=${token}`)
      await settleOn(page, (href) => href === `${site}/chapter/2?a=1`)
      const tagged = await walk(page, (href, url) => href === url)
      expect(tagged.states).toEqual(native.states)
      // One for the landing, and one where the router puts its first address back.
      expect(tagged.calls - native.calls).toBeLessThanOrEqual(3)
      await page.close()
      const [landing] = await collector.waitForEvents('landing', 1)
      expect(landing).toMatchObject({ token, page: `${site}/chapter/2` })
    })

    test('goes on while each address carries a token', async () => {
      const { collector } = stage
      const page = await (await stage.createContext()).open()
      front.serve(collector.endpoint)
      await openBooted(page, `${site}/chapter/2?a=1`)
      const native = await walk(page, (href, url) => href === url)

      front.serve(collector.endpoint, 'aparte.min.js', 'aparte.address-bar.min.js')
      await openBooted(page, `${site}/chapter/2?a=1`)
      const read = async (): Promise<string | undefined> =>
        PAIR.exec((await settle(page)).href)?.[1]
      const tokens = new Set([await waitFor('a token', read)])
      const tagged = await walk(page, (href, url) => {
        const [, token] = PAIR.exec(href) ?? []
        if (token !== undefined) tokens.add(token)
        // Never on the front page.
        const isFront = new URL(url).pathname === '/'
        return href.replace(PAIR, '') === url && isFront === (token === undefined)
      })
      expect(tagged.states).toEqual(native.states)
      expect(tagged.calls - native.calls).toBeLessThanOrEqual(2 * STEPS.length + 3)
      await page.close()
      // One for a page.
      const shares = await collector.waitForEvents('share', 2)
      expect(new Set(shares.map(({ token }) => token))).toEqual(tokens)
    })
  },
  { isLong: true, standIn: 'exampleNext.test.ts' },
)
