/** Copies in frames of the same origin: each document is its own, with the script or without it. */
import { expect, test } from 'vitest'
import { copy, copySelection } from './copySelection.js'
import type { Page } from './drivers/engine.js'
import { onEveryEngine } from './onEveryEngine.js'
import type { Clipboard } from './readClipboard.js'
import { takeTokens } from './takeTokens.js'
import { waitFor } from './waitFor.js'
import './watch.js'

const FRAMES = ['#loaded', '#written', '#blank']

onEveryEngine(
  'a copy in a frame',
  (stage) => {
    const copyIn = async (page: Page, frame: string): Promise<Clipboard> => {
      // Clicked in as a reader does: that makes it the one that keys go to.
      await page.click(frame)
      await page.evaluate((wanted) => {
        const { contentWindow } = document.querySelector<HTMLIFrameElement>(wanted) ?? {}
        const copied = contentWindow?.document.querySelector('#copied')
        if (!copied) throw new Error('the fixture has changed')
        contentWindow?.getSelection()?.selectAllChildren(copied)
      }, frame)
      return copy(stage.engine, page)
    }

    test('carries a token where the frame has the script, and is native elsewhere', async () => {
      const { engine, site, collector } = stage
      const url = `${site.url}/frame-outer`
      const page = await (await stage.createContext()).open(url)
      const native = new Map<string, Clipboard>()
      for (const frame of FRAMES) native.set(frame, await copyIn(page, frame))

      stage.serve()
      await page.goto(url)
      const readMarkup = (): Promise<string[]> =>
        page.evaluate(() =>
          [
            document,
            ...[...document.querySelectorAll('iframe')].map((each) => each.contentDocument),
          ]
            .map((each) => each?.documentElement.outerHTML ?? '')
            .concat(String(window.watch.selection)),
        )
      const markup = await readMarkup()
      const tokens: string[] = []
      for (const [frame, clipboard] of native) {
        const taken = takeTokens(await copyIn(page, frame))
        expect(taken.clean, frame).toEqual(takeTokens(clipboard).clean)
        expect(new Set(taken.tokens).size, frame).toBe(frame === '#loaded' ? 1 : 0)
        tokens.push(...new Set(taken.tokens))
      }
      expect(await readMarkup()).toEqual(markup)
      const watches = await page.evaluate(() => {
        const inner = document.querySelector<HTMLIFrameElement>('#loaded')?.contentWindow
        return [window.watch, inner?.watch].map((watch) => [
          watch?.copies,
          watch?.errors,
          watch?.seen,
        ])
      })
      expect(watches).toEqual([
        [[], [], 0],
        [['body', 'document'], [], 0],
      ])

      const outer = takeTokens(await copySelection(engine, page, '#copied')).tokens
      await page.close()
      // The page also writes to the clipboard at its load, which Firefox allows where a driver has opened it.
      const readCopies = async () =>
        (await collector.read('share')).filter(({ gesture }) => gesture === 'copy')
      await waitFor('both copies', async () => (await readCopies()).length >= 2)
      const shares = await readCopies()
      expect(
        new Set(shares.map(({ page: at, token }) => `${String(at)} ${String(token)}`)),
      ).toEqual(new Set([`${site.url}/frame-inner ${tokens[0]}`, `${url} ${outer[0]}`]))
    })

    test('works where the page around it has no script, and after the frame has gone', async () => {
      const { engine, site, collector } = stage
      const page = await (await stage.createContext()).open(`${site.url}/frame-outer`)
      stage.serve()
      await page.evaluate(
        () =>
          new Promise((resolve) => {
            const frame = document.querySelector<HTMLIFrameElement>('#loaded')
            frame?.addEventListener('load', resolve, { once: true })
            frame?.contentWindow?.location.reload()
          }),
      )
      const { tokens } = takeTokens(await copyIn(page, '#loaded'))
      expect(new Set(tokens).size).toBe(1)
      await collector.waitForEvents('share', 1)
      await page.evaluate(() => document.querySelector('#loaded')?.remove())
      expect(takeTokens(await copySelection(engine, page, '#copied')).tokens).toEqual([])
      expect(await page.evaluate(() => window.watch.errors)).toEqual([])
    })
  },
  { isLong: true },
)
