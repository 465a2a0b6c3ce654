/** The same journey for the site of each framework in `examples`: built as its README says, and read in a real browser. */
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { mintToken } from '../../src/token/mintToken.js'
import { detect } from '../../src/url/detect.js'
import { buildFixture, FIXTURE_ENV } from './buildFixture.js'
import { copySelection } from './copySelection.js'
import type { Page } from './drivers/engine.js'
import { onEveryEngine, type Stage } from './onEveryEngine.js'
import { openWatchedFront } from './openWatchedFront.js'
import { readClipboard } from './readClipboard.js'
import { startProgram } from './startProgram.js'
import { takeTokens } from './takeTokens.js'
import { waitFor } from './waitFor.js'

/** An example. */
export interface Example {
  /** From the root of the repository, with a slash at the end. */
  folder: string
  /** Paths of two articles, the first of which leads to the second. */
  paths: [string, string]
  /** What Node runs, in the folder. */
  start: Start
  /** The same for the development server, whose pages tell of more: of markup that does not hydrate, for one. */
  develop: Start
  /** The pages come from a server that renders them. */
  isRendered?: boolean
}

/** Gives what Node runs; `url` is where browsers see the site. */
type Start = (url: string) => Promise<{ args: string[]; env?: NodeJS.ProcessEnv }>

/** Starts the site of an example behind a front, with the collector of the test. Gives its address; both end with the test. */
async function openExample(
  { collector }: Stage,
  { folder, start, mode }: { folder: string; start: Start; mode: 'production' | 'development' },
): Promise<string> {
  const front = await openWatchedFront()
  onTestFinished(front.close)
  const { args, env } = await start(front.url)
  const program = await startProgram(args, {
    cwd: folder,
    env: { ...FIXTURE_ENV, NODE_ENV: mode, COLLECTOR: collector.endpoint, ...env },
  })
  onTestFinished(program.close)
  front.pass(program.port)
  return front.url
}

/** Waits until the share bar of the page is upgraded and shares this URL; then the page has its scripts and its route. */
async function waitForBar(page: Page, url: string): Promise<void> {
  const read = (): Promise<string> =>
    page.evaluate(() => {
      const bar = document.querySelector('share-bar')
      const href = bar?.querySelector<HTMLAnchorElement>('[data-channel="whatsapp"]')?.href ?? ''
      return bar?.querySelector('button')
        ? (new URL(href, location.href).searchParams.get('text') ?? '')
        : ''
    })
  let text = ''
  await waitFor(`a bar that shares ${url}`, async () => {
    text = await read()
    return text.endsWith(url)
  }).catch((cause: unknown) => {
    throw new Error(`the bar shares ${text}`, { cause })
  })
}

const TOKEN = mintToken('whatsapp', 1)

const readSaid = (page: Page): Promise<string[]> => page.evaluate(() => window.said)

const waitForPath = (page: Page, path: string): Promise<unknown> =>
  waitFor(`the path ${path}`, () => page.evaluate((wanted) => location.pathname === wanted, path))

/** Declares the tests of an example. */
export function exampleJourney(what: string, example: Example): void {
  const { paths, start, develop, isRendered = false } = example
  const [first, second] = paths
  let folder = ''
  beforeAll(async () => {
    folder = await buildFixture(example.folder)
  })

  onEveryEngine(
    what,
    (stage) => {
      test('shares by a link of the bar and by copies, follows routes, and greets who came', async () => {
        const { engine, collector } = stage
        const site = await openExample(stage, { folder, start, mode: 'production' })
        const html = await (await fetch(site + first)).text()
        // Where a server renders the page, the bar works before any script.
        expect(html.includes('href="https://wa.me/?text=')).toBe(isRendered)
        expect(html.includes(encodeURIComponent(site + first))).toBe(isRendered)

        const world = await stage.openWorld()
        const context = await stage.createContext({ world })
        const page = await context.open(site + first)
        await waitForBar(page, site + first)
        await collector.waitForEvents('view', 1)
        await page.click('nav a[href="/about"]')
        await waitForPath(page, '/about')
        await page.evaluate(() => {
          setTimeout(() => history.back())
        })
        await waitForPath(page, first)
        await waitForBar(page, site + first)
        await page.click(`.text a[href="${second}"]`)
        await waitForPath(page, second)
        await waitForBar(page, site + second)

        await page.click('[data-channel="whatsapp"]')
        const visited = new URL(await world.waitForVisit('wa.me')).searchParams.get('text') ?? ''
        const shared = /http\S+$/.exec(visited)?.[0] ?? ''
        const token = detect(shared)?.token
        expect(shared).toBe(`${site}${second}?dks=${token}`)
        const [, opened] = await context.pages()
        await opened?.close()

        const button = takeTokens(await readClipboard(engine.display, () => page.click('.copy')))
        expect(Object.values(button.clean)).toContain(site + second)
        await page.evaluate(() => {
          Object.assign(window, { watch: { selection: getSelection() } })
        })
        const selected = takeTokens(await copySelection(engine, page, '.text'))
        expect(new Set(selected.tokens).size).toBe(1)

        const views = await collector.waitForEvents('view', 4)
        expect(views.map(({ page: url, navigation }) => [navigation, url])).toEqual([
          ['navigate', site + first],
          ['route', `${site}/about`],
          ['route', site + first],
          ['route', site + second],
        ])
        const shares = await collector.waitForEvents('share', 3)
        const common = { page: site + second, certain: true, parent: null }
        expect(shares).toEqual([
          expect.objectContaining({ ...common, channel: 'whatsapp', gesture: 'link', token }),
          expect.objectContaining({ ...common, channel: 'copy-button', token: button.tokens[0] }),
          expect.objectContaining({ ...common, channel: 'copy-text', token: selected.tokens[0] }),
        ])

        const arrived = await (await stage.createContext()).open(shared)
        const greeting = await waitFor('the greeting', () =>
          arrived.evaluate(() => document.querySelector('.greeting')?.textContent || false),
        )
        expect(greeting).toContain('You came by WhatsApp.')
        const [landing] = await collector.waitForEvents('landing', 1)
        expect(landing).toMatchObject({ token, channel: 'whatsapp', page: site + second, depth: 1 })
        await waitFor('the clean address', () =>
          arrived.evaluate((url) => location.href === url, site + second),
        )
        // One that is started twice is told of by `onError`, which writes to the console.
        expect(
          await arrived.evaluate(() =>
            Object.keys(Object(Reflect.get(window, Symbol.for('aparte')))),
          ),
        ).toEqual(['dks'])
        expect([await readSaid(page), await readSaid(arrived)]).toEqual([[], []])
        await Promise.all([page.close(), arrived.close()])
        await collector.waitForEvents('view', 4)
        await collector.waitForEvents('landing', 1)
      })

      test('starts one tracker with the development server as well, which has nothing to warn of', async () => {
        const { collector } = stage
        const site = await openExample(stage, { folder, start: develop, mode: 'development' })
        const page = await (await stage.createContext()).open(`${site}${first}?dks=${TOKEN}`)
        await waitForBar(page, site + first)
        await waitFor('the greeting', () =>
          page.evaluate(() => document.querySelector('.greeting') !== null),
        )
        await page.click(`.text a[href="${second}"]`)
        await waitForPath(page, second)
        await waitForBar(page, site + second)
        await collector.waitForEvents('landing', 1)
        const [view] = await collector.waitForEvents('view', 1)
        expect(view).toMatchObject({ navigation: 'route', page: site + second })
        expect(await readSaid(page)).toEqual([])
      })
    },
    { isLong: true },
  )
}
