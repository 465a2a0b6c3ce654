/** Copies of several ranges, which Firefox has, and of parts of a table. */
import { expect, test } from 'vitest'
import { copy } from './copySelection.js'
import { copyUnnoticed, expectTokens, type Counts } from './copyUnnoticed.js'
import { onEveryEngine } from './onEveryEngine.js'
import type { Clipboard } from './readClipboard.js'
import { takeTokens } from './takeTokens.js'

/** Elements that are selected, each in a range of its own where the engine has several, else the first alone. */
interface Several {
  what: string
  name: string
  selectors: string[]
  /** By the number of ranges that there are. */
  counts: Record<number, Counts>
}

const SEVERAL: Several[] = [
  {
    what: 'paragraphs',
    name: 'own-text',
    selectors: ['#copied p:nth-of-type(1)', '#copied p:nth-of-type(3)'],
    counts: { 1: [2, 2], 2: [4, 4] },
  },
  {
    what: 'table cells',
    name: 'own-spanned-table',
    selectors: ['tbody tr:nth-of-type(1) th', 'tbody tr:nth-of-type(2) th', 'tfoot td'],
    counts: { 1: [1, 0], 3: [3, 1] },
  },
]

onEveryEngine(
  'a copy with own URLs',
  (stage) => {
    test('differs in its tokens only where several ranges are selected, or one from cell to cell', async () => {
      const { engine, site } = stage
      const page = await (await stage.createContext()).open()
      const selectSeveral = async ({ name, selectors }: Several): Promise<number> => {
        await page.goto(`${site.url}/${name}`)
        await page.click('#start')
        return page.evaluate((wanted) => {
          const { selection } = window.watch
          selection.removeAllRanges()
          for (const selector of wanted) {
            const range = document.createRange()
            range.selectNode(document.querySelector(selector) ?? document)
            selection.addRange(range)
          }
          return selection.rangeCount
        }, selectors)
      }
      const selectCells = async (): Promise<void> => {
        await page.goto(`${site.url}/own-spanned-table`)
        await page.click('#start')
        await page.evaluate(() => {
          const find = (name: string): Text =>
            document.querySelector(`[href="/season/${name}"]`)?.firstChild as Text // the fixture has it
          window.watch.selection.setBaseAndExtent(find('united'), 3, find('rovers'), 2)
        })
      }
      const native: Clipboard[] = []
      for (const several of SEVERAL) {
        await selectSeveral(several)
        native.push(await copy(engine, page))
      }
      await selectCells()
      native.push(await copy(engine, page))

      stage.serve()
      for (const [at, several] of SEVERAL.entries()) {
        const count = await selectSeveral(several)
        const what = `${count} range of ${several.what}`
        const clipboard = await copyUnnoticed(engine, page, what)
        expect
          .soft(takeTokens(clipboard).clean, what)
          .toEqual(takeTokens(native[at] ?? new Map()).clean)
        expectTokens(clipboard, several.counts[count], what)
      }
      await selectCells()
      const clipboard = await copyUnnoticed(engine, page, 'from cell to cell')
      expect(takeTokens(clipboard).clean).toEqual(takeTokens(native.at(-1) ?? new Map()).clean)
      expectTokens(clipboard, [2, 0], 'from cell to cell')
    })
  },
  { isLong: true },
)
