/**
 * Consent adapters as script tags and as modules: nothing is sent or stored before the reader has answered, and what the
 * answer allows afterwards. The TCF platform is made of the IAB's own packages.
 */
import { expect, test } from 'vitest'
import '../../src/window.js'
import type { ConsentMode } from '../../src/consent/gate.js'
import { mintToken } from '../../src/token/mintToken.js'
import { writeTcString } from '../corpus/writeTcString.js'
import { copySelection } from './copySelection.js'
import type { Page } from './drivers/engine.js'
import { onEveryEngine, type Stage } from './onEveryEngine.js'
import { takeTokens } from './takeTokens.js'
import { waitFor } from './waitFor.js'
import './watch.js'

const ALL = writeTcString({ publisher: [1, 8] })
const NONE = writeTcString({})
const MEASURED = writeTcString({ publisher: [8] })

const STUB = '<script src="/bundles/cmp-stub.js"></script>'
const PLATFORM = '<script async src="/bundles/cmp.js"></script>'
const PART = '<script defer src="/bundles/part-tcf.js"></script>'
/** As Google's snippet has it, with the default that its documentation shows. */
const GTAG = `<script>
  window.layer = window.layer || []
  function gtag() { layer.push(arguments) }
  gtag('consent', 'default', { ad_storage: 'denied', analytics_storage: 'denied' })
</script>`

/** A part with a wrong attribute, and what hears its warning. */
const WRONG = '<script defer src="/bundles/part-tcf.js" data-elsewhere="never"></script>'
const WARNINGS = `<script>
  window.warnings = []
  console.warn = (text) => window.warnings.push(text)
</script>`

/** What the fixtures keep on `window`. */
interface ConsentPage {
  cmp: { update: (answer: string, isShown?: boolean) => void }
  gtag: (...command: unknown[]) => void
  layer: unknown[]
}

/** Lets the platform tell an answer, or that its dialog is open. */
async function tell(page: Page, answer: string, isShown = false): Promise<void> {
  await waitFor('the platform', () => page.evaluate(() => 'cmp' in window))
  await page.evaluate(
    ([text, shown]) => {
      const { cmp } = window as unknown as ConsentPage
      cmp.update(String(text), shown === true)
    },
    [answer, isShown],
  )
}

/** Lets the tracker send what it has, and tells what is on the device and on the network then. */
function readTraces(page: Page): Promise<{ keys: string[]; requests: string[] }> {
  return page.evaluate(async () => {
    await new Promise<void>((resolve) => {
      if (window.aparte) window.aparte.push((tracker) => void tracker.flush().then(resolve))
      else resolve()
    })
    for (let frame = 0; frame < 10; frame++) await new Promise(requestAnimationFrame)
    const requests = performance.getEntriesByType('resource').map(({ name }) => name)
    const databases = (await indexedDB.databases()).map(({ name }) => `database ${name}`)
    return {
      keys: [...Object.keys(localStorage), ...Object.keys(sessionStorage), ...databases]
        .concat(document.cookie || [])
        .sort(),
      requests: requests.filter((name) => name.includes('/collect')),
    }
  })
}

async function copyTokens({ engine }: Stage, page: Page): Promise<string[]> {
  return [...new Set(takeTokens(await copySelection(engine, page, '#copied')).tokens)]
}

/** Before an answer: the reader copies, and there is no token, no request, and no touch of storage. */
async function expectSilence(stage: Stage, page: Page): Promise<void> {
  await waitFor('a clean address', () => page.evaluate(() => !location.search.includes('dks')))
  expect(await copyTokens(stage, page)).toEqual([])
  const touched = await page.evaluate(() => window.touched)
  expect(touched).toEqual([])
  expect(await readTraces(page)).toEqual({ keys: [], requests: [] })
  expect(await stage.collector.read()).toEqual([])
}

/** After it: the landing is told, and a copy is a share, both in this mode. */
async function expectEvents(stage: Stage, page: Page, mode: ConsentMode): Promise<void> {
  const [landing] = await stage.collector.waitForEvents('landing', 1)
  const [token] = await copyTokens(stage, page)
  const [share] = await stage.collector.waitForEvents('share', 1)
  expect([landing, share]).toMatchObject([{ mode }, { mode, token }])
}

onEveryEngine(
  'consent adapters',
  (stage) => {
    const open = async (query = ''): Promise<Page> => {
      const context = await stage.createContext()
      return context.open(`${stage.site.url}/storage?dks=${mintToken('slack', 1)}${query}`)
    }

    test('tcf: silence until the answer, all that it allows afterwards, and nothing once it is withdrawn', async () => {
      stage.serve({ defer: '' }, STUB + PLATFORM + PART)
      const page = await open()
      await tell(page, NONE, true)
      await expectSilence(stage, page)
      await tell(page, ALL)
      await expectEvents(stage, page, 'granted')
      await waitFor('something stored', async () => (await readTraces(page)).keys.length > 0)
      const keys = await page.evaluate((answer) => {
        ;(window as unknown as ConsentPage).cmp.update(answer)
        return [...Object.keys(localStorage), ...Object.keys(sessionStorage)]
      }, NONE)
      expect(keys).toEqual([])
      expect(await copyTokens(stage, page)).toEqual([])
      expect(await readTraces(page)).toMatchObject({ keys: [] })
      expect(await page.evaluate(() => window.watch.errors)).toEqual([])
      await page.close()
      await stage.collector.waitForEvents('share', 1)
    })

    test('tcf: purpose 8 alone, of an earlier visit, stores nothing', async () => {
      stage.serve({ defer: '' }, STUB + PLATFORM + PART)
      const page = await open(`&tc=${MEASURED}`)
      await expectEvents(stage, page, 'cookieless')
      // An answer behind the start takes away what an earlier visit left, and touches storage for that.
      expect(await readTraces(page)).toMatchObject({ keys: [] })
    })

    test('tcf: as a module, with a platform that comes long after the load and has no stub', async () => {
      const { site, collector } = stage
      const { endpoint } = collector
      site.serve(
        undefined,
        `<script src="/bundles/consent-module.js" data-endpoint="${endpoint}"></script>`,
      )
      const page = await open()
      await expectSilence(stage, page)
      await page.evaluate(() => {
        const script = document.createElement('script')
        script.src = '/bundles/cmp.js'
        document.head.append(script)
      })
      await tell(page, ALL)
      await expectEvents(stage, page, 'granted')
    })

    test('tcf: what an earlier visit stored is there when the platform has told of its answer', async () => {
      const { site } = stage
      stage.serve({ 'data-consent': 'granted' })
      const context = await stage.createContext()
      const first = await context.open(`${site.url}/storage`)
      const [token] = await copyTokens(stage, first)
      await first.close()
      stage.serve({ defer: '' }, STUB + PLATFORM + PART)
      const page = await context.open(`${site.url}/storage?dks=${token}`)
      await tell(page, NONE, true)
      expect(await copyTokens(stage, page)).toEqual([])
      await tell(page, ALL)
      // The browser knows its own token.
      const [landing] = await stage.collector.waitForEvents('landing', 1)
      expect(landing).toMatchObject({ token, own: true })
    })

    test('google: silence until an update of the data layer, whose push is the page’s own again after stop', async () => {
      const part =
        '<script defer src="/bundles/part-google.js" data-data-layer="layer" data-denied="cookieless"></script>'
      stage.serve({ defer: '' }, WARNINGS + WRONG + GTAG + part)
      const page = await open()
      await expectSilence(stage, page)
      expect(await page.evaluate(() => Reflect.get(window, 'warnings') as string[])).toEqual([
        expect.stringMatching(/^TypeError: aparte: tcf: elsewhere: got never, wanted granted or/),
      ])
      const [length] = await page.evaluate(() => {
        const { layer, gtag } = window as unknown as ConsentPage
        // As Tag Manager does when it has loaded.
        const { push } = layer
        layer.push = (...entries) => push.apply(layer, entries)
        gtag('consent', 'update', { ad_storage: 'granted' })
        gtag('consent', 'update', { analytics_storage: 'granted' })
        return [layer.length]
      })
      expect(length).toBe(3)
      await expectEvents(stage, page, 'granted')
      // The attribute says what a refusal means.
      await page.evaluate(() => {
        ;(window as unknown as ConsentPage).gtag('consent', 'update', {
          analytics_storage: 'denied',
        })
        window.aparte?.push((tracker) => tracker.share('whatsapp'))
      })
      const [, share] = await stage.collector.waitForEvents('share', 2)
      expect(share).toMatchObject({ channel: 'whatsapp', mode: 'cookieless' })
      const left = await page.evaluate(() => {
        const { layer, gtag } = window as unknown as ConsentPage
        // What is on top of it goes first.
        Reflect.deleteProperty(layer, 'push')
        gtag('consent', 'update', { analytics_storage: 'denied' })
        window.aparte?.push((tracker) => tracker.stop())
        return [Object.keys(layer), layer.push === Array.prototype.push, layer.length]
      })
      expect(left).toEqual([['0', '1', '2', '3', '4'], true, 5])
      expect(await page.evaluate(() => window.watch.errors)).toEqual([])
    })

    test('opt-out: one refusal holds in every tab and at every visit, over a platform that grants all', async () => {
      const { site, collector } = stage
      const part = '<script defer src="/bundles/part-opt-out.js"></script>'
      // The platform's adapter is plugged in last, and would have the last word.
      stage.serve({ defer: '' }, part + STUB + PLATFORM + PART)
      const context = await stage.createContext()
      const url = `${site.url}/opt-out?tc=${ALL}`
      const other = await context.open(url)
      const page = await context.open(url)
      await collector.waitForEvents('view', 2)
      const readButtons = (of: Page): Promise<[string | null, boolean]> =>
        of.evaluate(() => {
          const button = document.querySelector('#button')
          const box = document.querySelector<HTMLInputElement>('#box')
          return [button?.getAttribute('aria-pressed') ?? null, box?.checked === true]
        })
      const waitForButtons = (of: Page, isRefused: boolean): Promise<boolean> =>
        waitFor(`buttons: ${isRefused}`, async () => {
          const [pressed, isChecked] = await readButtons(of)
          return pressed === String(isRefused) && isChecked === isRefused
        })
      await waitForButtons(page, false)
      await page.click('#button')
      await waitForButtons(page, true)
      expect(await readTraces(page)).toMatchObject({ keys: ['aparte.opt-out'] })
      expect(await copyTokens(stage, page)).toEqual([])
      await waitForButtons(other, true)
      await page.close()

      const later = await context.open(url)
      await waitForButtons(later, true)
      expect(await copyTokens(stage, later)).toEqual([])
      expect(await readTraces(later)).toEqual({ keys: ['aparte.opt-out'], requests: [] })
      expect(await collector.read('share')).toEqual([])

      // Taken back by the other element: then holds what the platform says.
      await later.click('#box')
      await waitForButtons(later, false)
      await waitForButtons(other, false)
      const [token] = await copyTokens(stage, later)
      const [share] = await collector.waitForEvents('share', 1)
      expect(share).toMatchObject({ mode: 'granted', token })
      expect((await readTraces(later)).keys).not.toContain('aparte.opt-out')
      expect(await later.evaluate(() => window.watch.errors)).toEqual([])
    })
  },
  { isLong: true },
)
