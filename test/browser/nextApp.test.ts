/** A Next.js site with the App Router, installed and built by this test, whose pages carry the built script. */
import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mintToken } from '../../src/token/mintToken.js'
import type { Page } from './drivers/engine.js'
import { onEveryEngine } from './onEveryEngine.js'
import { waitFor } from './waitFor.js'

const FOLDER = fileURLToPath(new URL('../fixtures/next/', import.meta.url))
const DIST = new URL('../../dist/', import.meta.url)
const ENV = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' as const }

const PAIR = /[?&]dks=(\w{13})(?=&|#|$)/

/** Makes `node_modules` what the lock says, where it is not, and builds. */
async function build(): Promise<void> {
  const run = async (...args: string[]): Promise<void> => {
    await promisify(execFile)('npm', args, { cwd: FOLDER, env: ENV })
  }
  const lock = JSON.parse(await readFile(`${FOLDER}package-lock.json`, 'utf8')) as {
    packages: Record<string, { version?: string; optional?: true }>
  }
  const isThere = async ([path, { version, optional }]: [
    string,
    { version?: string; optional?: true },
  ]): Promise<boolean> => {
    // What is for another system is not installed.
    if (path === '' || (optional === true && !existsSync(FOLDER + path))) return true
    const text = await readFile(`${FOLDER}${path}/package.json`, 'utf8').catch(() => '{}')
    return (JSON.parse(text) as { version?: string }).version === version
  }
  const found = await Promise.all(Object.entries(lock.packages).map(isThere))
  if (found.includes(false)) await run('ci', '--no-audit', '--no-fund')
  await run('run', 'build')
}

let next: ChildProcess | undefined
let front: Server | undefined
let site = ''
/** What the pages run: `boot.js` of the site. */
let boot = ''

/** Starts the built site, behind a server of ours that adds the scripts. */
async function start(): Promise<void> {
  const child = spawn(
    process.execPath,
    [`${FOLDER}node_modules/next/dist/bin/next`, 'start', '--port', '0', '--hostname', '127.0.0.1'],
    { cwd: FOLDER, env: ENV, stdio: ['ignore', 'pipe', 'inherit'] },
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
  const server = createServer((incoming, response) => {
    const { url = '/', method, headers } = incoming
    if (url.endsWith('.js') && !url.startsWith('/_next/')) {
      const body = url === '/boot.js' ? Promise.resolve(boot) : readFile(new URL(`.${url}`, DIST))
      body.then(
        (text) => {
          response.setHeader('content-type', 'text/javascript')
          response.end(text)
        },
        () => response.destroy(),
      )
      return
    }
    const passed = request({ host: '127.0.0.1', port, path: url, method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers)
      answer.pipe(response)
    })
    passed.on('error', () => response.destroy())
    incoming.pipe(passed)
  })
  front = server
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

beforeAll(async () => {
  await build()
  await start()
}, 300_000)

afterAll(async () => {
  front?.closeAllConnections()
  front?.close()
  const child = next
  if (child === undefined) return
  const ended = new Promise((resolve) => {
    child.once('exit', resolve)
  })
  child.kill()
  await ended
})

/** From now on pages run these scripts. */
function serve(endpoint: string, ...names: string[]): void {
  boot = `
    window.calls = 0
    window.errors = []
    addEventListener('error', (event) => window.errors.push(event.message))
    for (const name of ['pushState', 'replaceState']) {
      const method = History.prototype[name]
      History.prototype[name] = function (...args) {
        window.calls++
        return method.apply(this, args)
      }
    }
    for (const name of ${JSON.stringify(names)}) {
      const script = document.createElement('script')
      script.src = '/' + name
      script.dataset.endpoint = ${JSON.stringify(endpoint)}
      document.head.append(script)
    }
    window.booted = true`
}

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

/** Waits until nobody has asked for another address for ten frames, and returns it, and how often it was asked for. */
function settle(page: Page): Promise<{ href: string; calls: number; state: string }> {
  return page.evaluate(async () => {
    const read = (): number => Number(Reflect.get(window, 'calls'))
    let last = read()
    for (let calm = 0; calm < 10; calm++) {
      await new Promise(requestAnimationFrame)
      if (read() !== last) calm = 0
      last = read()
      if (last > 500) break
    }
    // What the router keeps there, by its names.
    return {
      href: location.href,
      calls: last,
      state: Object.keys(history.state ?? {})
        .sort()
        .join(),
    }
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
      serve(collector.endpoint)
      await openBooted(page, `${site}/chapter/2?a=1`)
      const native = await walk(page, (href, url) => href === url)

      serve(collector.endpoint, 'aparte.min.js')
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
      serve(collector.endpoint)
      await openBooted(page, `${site}/chapter/2?a=1`)
      const native = await walk(page, (href, url) => href === url)

      serve(collector.endpoint, 'aparte.min.js', 'aparte.address-bar.min.js')
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
  { isLong: true },
)
