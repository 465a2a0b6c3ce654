/** A copy without an own URL is none of aparté's business. */
import { expect, test } from 'vitest'
import { copySelection } from './copySelection.js'
import { onEveryEngine } from './onEveryEngine.js'
import type { Clipboard } from './readClipboard.js'
import { takeTokens } from './takeTokens.js'

const FIXTURES = ['prose-plain', 'prose-foreign', 'prose-table', 'prose-list', 'prose-code']

const EXTENTS = ['whole', 'inside'] as const

onEveryEngine(
  'a copy without an own URL',
  (stage) => {
    test('puts on the clipboard what it would without aparté', async () => {
      const { engine, site, collector } = stage
      const page = await (await stage.createContext()).open()
      const copyAll = async (): Promise<Map<string, Clipboard>> => {
        const clipboards = new Map<string, Clipboard>()
        for (const fixture of FIXTURES) {
          await page.goto(`${site.url}/${fixture}`)
          for (const extent of EXTENTS) {
            const clipboard = await copySelection(engine, page, '#copied', extent)
            clipboards.set(`${fixture}, ${extent}`, clipboard)
          }
          expect.soft(await page.evaluate(() => window.watch.records), fixture).toBe(0)
        }
        return clipboards
      }
      const native = await copyAll()

      stage.serve()
      for (const [what, clipboard] of await copyAll()) {
        // Byte for byte, in every flavour; the tokens are not taken out, there must be none.
        expect.soft(clipboard, what).toEqual(native.get(what))
        expect.soft(takeTokens(clipboard).tokens, what).toEqual([])
      }
      await page.close()

      // A visit that does share comes last: what the others had to send is stored by then.
      const other = await (await stage.createContext()).open(`${site.url}/article`)
      await copySelection(engine, other, '#copied')
      await other.close()
      await collector.waitForEvents('view', FIXTURES.length + 1)
      const [share] = await collector.waitForEvents('share', 1)
      expect(share).toMatchObject({ page: `${site.url}/article` })
    })
  },
  { isLong: true },
)
