/** Copies on pages with handlers, fields, editors and scripts of their own. */
import { expect, test } from 'vitest'
import { copy, copySelection } from './copySelection.js'
import { onEveryEngine } from './onEveryEngine.js'
import { takeTokens } from './takeTokens.js'

const LEFT_ALONE = ['#input', '#textarea', '#editor', '#pre', '#code']

onEveryEngine(
  'a copy on a page of its own kind',
  (stage) => {
    test('leaves fields, editors and code untouched', async () => {
      const { engine, site } = stage
      const url = `${site.url}/fields`
      const page = await (await stage.createContext()).open(url)
      const copyAll = async (): Promise<Record<string, unknown>> => {
        const clipboards: Record<string, unknown> = {}
        for (const selector of LEFT_ALONE) {
          if (selector === '#pre' || selector === '#code') {
            clipboards[selector] = await copySelection(engine, page, selector)
          } else {
            await page.click(selector)
            await page.press('Control+a')
            clipboards[selector] = await copy(engine, page)
          }
        }
        return clipboards
      }
      const native = await copyAll()
      stage.serve()
      await page.goto(url)
      expect(await copyAll()).toEqual(native)
    })

    test('respects a handler that writes data of its own', async () => {
      const { engine, site, collector } = stage
      stage.serve()
      const page = await (await stage.createContext()).open(`${site.url}/handled`)
      const clipboard = await copySelection(engine, page, '#copied')
      expect(String(clipboard.get('UTF8_STRING'))).toBe('The page wrote this itself.')
      expect(takeTokens(clipboard).tokens).toEqual([])
      expect(await page.evaluate(() => window.watch.copies)).toEqual(['body', 'document'])
      // Nothing was shared, so the next share is the only one.
      const article = await (await stage.createContext()).open(`${site.url}/article`)
      await copySelection(engine, article, '#copied')
      await article.close()
      await collector.waitForEvents('view', 2)
      const [share] = await collector.waitForEvents('share', 1)
      expect(share).toMatchObject({ page: `${site.url}/article` })
    })

    test('marks 200 own links, and none of 201', async () => {
      const { engine, site, collector } = stage
      stage.serve()
      const page = await (await stage.createContext()).open(`${site.url}/many/200`)
      const { tokens } = takeTokens(await copySelection(engine, page, '#copied'))
      expect(tokens).toHaveLength(200)
      expect(new Set(tokens).size).toBe(1)
      const [share] = await collector.waitForEvents('share', 1)
      expect(share).toMatchObject({ token: tokens[0], urls: 200 })
      await page.goto(`${site.url}/many/201`)
      expect(takeTokens(await copySelection(engine, page, '#copied')).tokens).toEqual([])
    })

    test('works on a hostile page as if aparté were not there', async () => {
      const { engine, site } = stage
      const url = `${site.url}/hostile`
      const page = await (await stage.createContext()).open(url)
      const native = takeTokens(await copySelection(engine, page, '#copied'))
      stage.serve()
      await page.goto(url)
      const hostile = takeTokens(await copySelection(engine, page, '#copied'))
      expect(hostile.clean).toEqual(native.clean)
      expect(await page.evaluate(() => window.watch.errors)).toEqual([])
      expect(await page.evaluate(() => /dks=\w/.test(document.documentElement.outerHTML))).toBe(
        false,
      )
    })

    test('works when the page turns hostile after the start', async () => {
      const { engine, site } = stage
      const url = `${site.url}/own-link`
      const page = await (await stage.createContext()).open(url)
      const native = takeTokens(await copySelection(engine, page, '#copied'))
      stage.serve()
      await page.goto(url)
      await page.evaluate(() => {
        const refuse = (): never => {
          throw new Error('refused by the page')
        }
        Selection.prototype.toString = refuse
        Document.prototype.execCommand = refuse
        window.getSelection = refuse
      })
      const hostile = takeTokens(await copySelection(engine, page, '#copied'))
      expect(hostile.clean).toEqual(native.clean)
      expect(await page.evaluate(() => window.watch.errors)).toEqual([])
      expect(await page.evaluate(() => /dks=\w/.test(document.documentElement.outerHTML))).toBe(
        false,
      )
    })
  },
  { isLong: true },
)
