/** After `stop` a page is what it was before: methods, listeners, timers and gestures. */
import { expect, test } from 'vitest'
import { copy, copySelection } from './copySelection.js'
import type { Page } from './drivers/engine.js'
import { onEveryEngine } from './onEveryEngine.js'
import { readClipboard } from './readClipboard.js'
import { expectShares, visitTargets } from './shareSteps.js'
import { takeTokens } from './takeTokens.js'
import './watch.js'

/** What `native-again.html` keeps on `window`. */
interface NativeAgain {
  tracker: { stop: () => void }
  /** Names of browser methods that are not the ones from before the script. */
  readPatched: () => string[]
  /** Types of the listeners that are there, and `interval` for each of these. */
  readLive: () => string[]
}

const TARGETS = [
  { id: 'share', host: 'wa.me' },
  { id: 'open', host: 't.me' },
]

function readPage(page: Page): Promise<{ patched: string[]; live: string[] }> {
  return page.evaluate(() => {
    const { readPatched, readLive } = window as unknown as NativeAgain
    return { patched: readPatched(), live: readLive() }
  })
}

function stop(page: Page): Promise<void> {
  return page.evaluate(() => (window as unknown as NativeAgain).tracker.stop())
}

onEveryEngine(
  'a stopped tracker',
  (stage) => {
    test('leaves no method, listener or timer behind, and gestures as they were', async () => {
      const { engine, site, collector } = stage
      const world = await stage.openWorld()
      const context = await stage.createContext({ world })
      const page = await context.open()
      const act = async (): Promise<unknown[]> => {
        const clipboards = [
          await copySelection(engine, page, '#copied'),
          await (async () => {
            await page.click('#field')
            await page.press('Control+a')
            return copy(engine, page)
          })(),
          await readClipboard(engine.display, () => page.click('#write')),
        ]
        const urls = await visitTargets({ page, context, world }, TARGETS)
        return [...clipboards.map((each) => takeTokens(each)), ...urls]
      }
      const url = `${site.url}/native-again`
      await page.goto(url)
      const before = await readPage(page)
      expect(before.patched).toEqual([])
      const native = await act()

      stage.serve()
      await page.goto(url)
      const running = await readPage(page)
      expect(running.patched).toEqual(
        expect.arrayContaining(['execCommand', 'open', 'share', 'writeText', 'write']),
      )
      expect(running.live.length).toBeGreaterThan(before.live.length + 10)
      await stop(page)
      expect(await readPage(page)).toEqual(before)
      expect(await act()).toEqual(native)
      await page.evaluate(() => history.pushState(null, '', '/native-again/route'))
      expect(await page.evaluate(() => window.watch.errors)).toEqual([])
      await expectShares(stage, page, [])
      const views = await collector.read('view')
      expect(views.map(({ page: at }) => at)).not.toContain(`${url}/route`)
    })

    test('makes room for another one on the same page, which counts no second view', async () => {
      const { engine, site, collector } = stage
      stage.serve()
      const url = `${site.url}/native-again`
      const page = await (await stage.createContext()).open(url)
      const [view] = await collector.waitForEvents('view', 1)
      await stop(page)
      await page.evaluate(
        () =>
          new Promise((resolve) => {
            const written = document.querySelector<HTMLScriptElement>('script[src]')
            const script = document.createElement('script')
            for (const { name, value } of written?.attributes ?? [])
              script.setAttribute(name, value)
            script.addEventListener('load', resolve)
            document.head.append(script)
          }),
      )
      const tokens = new Set(takeTokens(await copySelection(engine, page, '#copied')).tokens)
      await page.close()
      const [share] = await collector.waitForEvents('share', 1)
      expect([share?.['token']]).toEqual([...tokens])
      expect(share).toMatchObject({ load: view?.['id'] })
      expect(await collector.read('view')).toHaveLength(1)
    })
  },
  { isLong: true },
)
