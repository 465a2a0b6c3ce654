/** The browser's own menu, opened and used as by hand: "Copy link address" of links, and "Copy" of a selection. */
import { expect, test } from 'vitest'
import { readToken } from '../../src/token/readToken.js'
import { select } from './copySelection.js'
import type { Engine, EngineName, Page } from './drivers/engine.js'
import { onEveryEngine } from './onEveryEngine.js'
import { clickRight, pressKeys, waitForWindow } from './pointer.js'
import { readClipboard, type Clipboard } from './readClipboard.js'
import { takeTokens } from './takeTokens.js'
import { waitFor } from './waitFor.js'

declare global {
  interface Window {
    answers: boolean[]
    menus: boolean[]
  }
}

/** What the menu of each browser wants pressed: the underlined letter of the item, or arrow keys where it has none. */
const KEYS: Record<EngineName, { copyLink: string[]; copy: string[] }> = {
  chromium: { copyLink: ['e'], copy: ['c'] },
  firefox: { copyLink: ['l'], copy: ['c'] },
  webkit: { copyLink: ['Down', 'Down', 'Down', 'Down', 'Return'], copy: ['Down', 'Return'] },
}

/** Where the menu takes the address from: WebKit reads the link when the item is chosen, and by then it is as written. */
const READS_ADDRESS_AT: Record<EngineName, 'opening' | 'choice'> = {
  chromium: 'opening',
  firefox: 'opening',
  webkit: 'choice',
}

/** Chooses an item of the menu that is open, and returns what is on the clipboard then. */
function choose(engine: Engine, item: 'copyLink' | 'copy'): Promise<Clipboard> {
  return readClipboard(engine.display, () => pressKeys(engine, ...KEYS[engine.name][item]))
}

async function copyAddress(engine: Engine, page: Page, selector: string): Promise<Clipboard> {
  await waitForWindow(engine, () => clickRight(engine, page, selector))
  return choose(engine, 'copyLink')
}

async function openMenuOfSelection(engine: Engine, page: Page): Promise<void> {
  await select(page, '#copied')
  await waitForWindow(engine, () => clickRight(engine, page, '#words'))
}

const readBody = (page: Page): Promise<string> => page.evaluate(() => document.body.outerHTML)
const readErrors = (page: Page): Promise<string[]> => page.evaluate(() => window.watch.errors)

onEveryEngine(
  "the browser's menu",
  (stage) => {
    test('copies the address of an own link with a token, where it reads it when it opens', async () => {
      const { engine, site, collector } = stage
      const isTagged = READS_ADDRESS_AT[engine.name] === 'opening'
      const url = `${site.url}/menu`
      const page = await (await stage.createContext()).open(url)
      const links = ['#own', '#styled']
      const copyEach = async (): Promise<Clipboard[]> => {
        const copied: Clipboard[] = []
        for (const link of links) copied.push(await copyAddress(engine, page, link))
        return copied
      }
      const native = (await copyEach()).map(takeTokens)
      stage.serve()
      await page.goto(url)
      const body = await readBody(page)
      const copied = (await copyEach()).map(takeTokens)
      expect(copied.map(({ clean }) => clean)).toEqual(native.map(({ clean }) => clean))
      expect(await readBody(page)).toBe(body)
      expect(await readErrors(page)).toEqual([])

      await page.close()
      const shares = await collector.waitForEvents('share', links.length)
      for (const [at, share] of shares.entries()) {
        expect(share).toMatchObject({ channel: 'copy-link', gesture: 'context', certain: false })
        expect(share).toMatchObject({ target: `${site.url}/story` })
        const token = String(share['token'])
        expect(readToken(token)).toMatchObject({ channel: 'copy-link' })
        const tokens = isTagged ? [token] : []
        expect([...new Set(copied[at]?.tokens)]).toEqual(tokens)
        // One in each flavour that has the address.
        const clean = native[at]?.clean ?? {}
        const withAddress = Object.values(clean).filter((text) => text.includes('/story'))
        expect(copied[at]?.tokens).toHaveLength(isTagged ? withAddress.length : 0)
      }
    })

    test('copies the addresses of other links as they are, which is no share', async () => {
      const { engine, site, collector } = stage
      const url = `${site.url}/menu`
      const page = await (await stage.createContext()).open(url)
      const copyEach = async (): Promise<Clipboard[]> => [
        await copyAddress(engine, page, '#foreign'),
        await copyAddress(engine, page, '#ignored'),
      ]
      const native = await copyEach()
      stage.serve()
      await page.goto(url)
      expect(await copyEach()).toEqual(native)
      await copyAddress(engine, page, '#own')
      await page.close()
      const [share] = await collector.waitForEvents('share', 1)
      expect(share).toMatchObject({ gesture: 'context', target: `${site.url}/story` })
    })

    test('is no share where the page shows one of its own', async () => {
      const { engine, site, collector } = stage
      stage.serve()
      const page = await (await stage.createContext()).open(`${site.url}/menu`)
      const body = await readBody(page)
      await clickRight(engine, page, '#custom')
      await waitFor('the menu of the page', () => page.evaluate(() => window.menus.length === 1))
      expect(await page.evaluate(() => window.menus)).toEqual([true])
      await waitFor('the link as it was written', async () => (await readBody(page)) === body)
      await copyAddress(engine, page, '#styled')
      expect(await readErrors(page)).toEqual([])
      await page.close()
      const [share] = await collector.waitForEvents('share', 1)
      expect(share).toMatchObject({ gesture: 'context', target: `${site.url}/story` })
    })

    test('copies a selection with a token at each own URL', async () => {
      const { engine, site, collector } = stage
      const url = `${site.url}/menu`
      const page = await (await stage.createContext()).open(url)
      await openMenuOfSelection(engine, page)
      const native = takeTokens(await choose(engine, 'copy'))
      stage.serve()
      await page.goto(url)
      const body = await readBody(page)
      await openMenuOfSelection(engine, page)
      const clipboard = await choose(engine, 'copy')
      expect(takeTokens(clipboard).clean).toEqual(native.clean)
      await waitFor('the page as it was', async () => (await readBody(page)) === body)
      expect(await readErrors(page)).toEqual([])

      await page.close()
      const [share] = await collector.waitForEvents('share', 1)
      expect(share).toMatchObject({ channel: 'copy-text', gesture: 'copy', certain: true, urls: 2 })
      expectToken(clipboard, String(share?.['token']))
    })

    test('copies it with tokens also when the page has not been active for 5 seconds', async () => {
      const { engine, site, collector } = stage
      const url = `${site.url}/menu`
      const page = await (await stage.createContext()).open(url)
      await openMenuOfSelection(engine, page)
      const native = takeTokens(await choose(engine, 'copy'))
      stage.serve()
      await page.goto(url)
      const body = await readBody(page)
      const known = site.requests.length
      await openMenuOfSelection(engine, page)
      await waitFor('the end of the activation', async () =>
        site.requests.includes('GET /activation/is/over', known),
      )
      const clipboard = await choose(engine, 'copy')
      expect(takeTokens(clipboard).clean).toEqual(native.clean)
      await waitFor('the page as it was', async () => (await readBody(page)) === body)
      expect(await readErrors(page)).toEqual([])
      // The browser refused the copy within the copy, which is the quick way; so this was the other one.
      expect(await page.evaluate(() => window.answers)).toEqual([false])

      await page.close()
      const [share] = await collector.waitForEvents('share', 1)
      expect(share).toMatchObject({ channel: 'copy-text', gesture: 'copy', certain: true, urls: 2 })
      expectToken(clipboard, String(share?.['token']))
    })
  },
  { isLong: true },
)

/** The selection's HTML has an own link and an own URL, its plain text the URL. */
function expectToken(clipboard: Clipboard, token: string): void {
  const readFlavour = (flavour: string): string[] =>
    takeTokens(new Map([[flavour, clipboard.get(flavour) ?? Buffer.from('')]])).tokens
  expect(readFlavour('text/html')).toEqual([token, token])
  expect(readFlavour('text/plain')).toEqual([token])
  expect(readFlavour('UTF8_STRING')).toEqual([token])
}
