/** Selections that only touch a link, and addresses that the markup or their signs break in two: no share, no token. */
import { expect, test } from 'vitest'
import { copy, copySelection, select } from './copySelection.js'
import { onEveryEngine } from './onEveryEngine.js'
import { takeTokens } from './takeTokens.js'

onEveryEngine(
  'a copy at the edges of links and addresses',
  (stage) => {
    test('leaves addresses alone that go on behind what ends them', async () => {
      const { engine, site } = stage
      const url = `${site.url}/odd-edges`
      const page = await (await stage.createContext()).open(url)
      const native = await copySelection(engine, page, '#broken')
      stage.serve()
      await page.goto(url)
      const clipboard = await copySelection(engine, page, '#broken')
      expect(takeTokens(clipboard).tokens).toEqual([])
      expect(takeTokens(clipboard).clean).toEqual(takeTokens(native).clean)
    })

    test('is no share where nothing selected, rendered and selectable lies in the link', async () => {
      const { engine, site, collector } = stage
      stage.serve()
      const page = await (await stage.createContext()).open(`${site.url}/odd-edges`)
      const copyBetween = async (from: string, at: number | 'end', to: string): Promise<void> => {
        await select(page, '#between')
        await page.evaluate(
          ({ from: first, at: offset, to: last }) => {
            const start = document.querySelector(first)?.firstChild
            const end = document.querySelector(last)
            if (!start || !end) throw new Error('the fixture has changed')
            const length = start.textContent?.length ?? 0
            window.watch.selection.setBaseAndExtent(
              start,
              offset === 'end' ? length : offset,
              end,
              0,
            )
          },
          { from, at, to },
        )
        expect(takeTokens(await copy(engine, page)).tokens).toEqual([])
      }
      await copyBetween('#touched', 'end', 'strong') // from the end of one link to the start of another
      await copyBetween('#between', 0, 'strong') // prose, up to the first character of a card
      await select(page, '#unselectable')
      await page.press('Control+c') // nothing is written in Chromium, so there is nothing to wait for
      const [token] = takeTokens(await copySelection(engine, page, '#alone')).tokens
      await page.close()
      const [share] = await collector.waitForEvents('share', 1)
      expect(share).toMatchObject({ token, channel: 'copy' })
    })
  },
  { isLong: true },
)
