/** Copies in and around shadow trees: clipboard, selection and markup are as without aparté, apart from tokens. */
import { expect, test } from 'vitest'
import { copy } from './copySelection.js'
import type { Page } from './drivers/engine.js'
import { onEveryEngine } from './onEveryEngine.js'
import type { Clipboard } from './readClipboard.js'
import { takeTokens } from './takeTokens.js'
import './watch.js'

/** A tree of the fixture, empty for the document, and an element in it. */
type Spot = [tree: string, selector: string]

/**
 * What is selected: from one spot to another; and whether every own URL in it gets a token. Undefined where a browser may
 * show a part of the selection to scripts, or nothing.
 */
const SELECTIONS: [name: string, from: Spot, to: Spot, isShared?: boolean][] = [
  ['inside an open tree', ['open', '#inside'], ['open', '#further'], true],
  ['inside an open tree, backwards', ['open', '#further'], ['open', '#inside'], true],
  ['inside a tree in a tree', ['inner', '#deep'], ['inner', '#deep'], true],
  ['in the light, around an open tree', ['', '#before'], ['', '#behind'], true],
  ['in the light, with links in the trees only', ['', '#prose'], ['', '#light'], true],
  ['of what is slotted', ['', '#open em'], ['', '#open em'], true],
  ['inside a closed tree', ['closed', '#kept'], ['closed', '#kept'], false],
  ['from the light into a tree', ['', '#before'], ['open', '#further']],
  ['from a tree into the light', ['open', '#inside'], ['', '#behind']],
  ['from a tree back into the light', ['open', '#further'], ['', '#before']],
]

/**
 * Selects from the third character of one element to the one before the last two of another, or the other way round; the
 * last character by `modify`, which makes a selection as keys do, where some browsers show less of it to scripts.
 */
async function select(page: Page, from: Spot, to: Spot): Promise<void> {
  await page.click('#start')
  await page.evaluate(
    ({ from: anchor, to: focus }) => {
      const { roots } = window as unknown as { roots: Record<string, ShadowRoot> }
      const readTexts = ([tree = '', selector = '']: string[]): Text[] => {
        const root = roots[tree] ?? document
        const walker = document.createTreeWalker(root.querySelector(selector) ?? root)
        const texts: Text[] = []
        while (walker.nextNode())
          if (walker.currentNode instanceof Text) texts.push(walker.currentNode)
        return texts.filter(({ data }) => data.trim().length > 4)
      }
      const isBackward = anchor[1] === '#further'
      const first = isBackward ? readTexts(anchor).at(-1) : readTexts(anchor)[0]
      const last = isBackward ? readTexts(focus)[0] : readTexts(focus).at(-1)
      if (!first || !last) throw new Error('the fixture has changed')
      const begin = ({ data }: Text): number => data.search(/\S/) + 2
      const end = ({ data }: Text): number => data.trimEnd().length - 2
      const { selection } = window.watch
      if (isBackward) selection.setBaseAndExtent(first, end(first), last, begin(last))
      else selection.setBaseAndExtent(first, begin(first), last, end(last))
      selection.modify('extend', isBackward ? 'backward' : 'forward', 'character')
    },
    { from, to },
  )
}

/** Keeps what a copy must not change, in the page itself, where nodes can be compared; and watches the shadow trees. */
async function remember(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { roots } = window as unknown as { roots: Record<string, ShadowRoot> }
    const shadowRoots = Object.values(roots)
    const readState = (): unknown[] => {
      const { selection } = window.watch
      const { anchorNode, anchorOffset, focusNode, focusOffset, direction } = selection
      const [range] = selection.getComposedRanges({ shadowRoots })
      return [
        ...[document.documentElement, ...shadowRoots].map((root) => root.innerHTML),
        anchorNode,
        anchorOffset,
        focusNode,
        focusOffset,
        direction,
        range?.startContainer,
        range?.startOffset,
        range?.endContainer,
        range?.endOffset,
        scrollX,
        scrollY,
      ]
    }
    const before = readState()
    const observer = new MutationObserver(() => {
      if (/dks=\w/.test(shadowRoots.map((root) => root.innerHTML).join(''))) window.watch.seen++
    })
    const what = { subtree: true, childList: true, attributes: true, characterData: true }
    shadowRoots.forEach((root) => observer.observe(root, what))
    const readChanges = (): string[] =>
      readState().flatMap((value, at) =>
        value === before[at] ? [] : [`${at}: ${String(before[at])}, now ${String(value)}`],
      )
    Object.assign(window, { readChanges })
  })
}

/** Names what has changed since. */
function readChanges(page: Page): Promise<string[]> {
  return page.evaluate(() => (window as unknown as { readChanges: () => string[] }).readChanges())
}

/** How often the site's address, or a token, stands in the HTML and in the plain text. */
function count(clipboard: Clipboard, what: string): number[] {
  return ['text/html', 'UTF8_STRING'].map(
    (flavour) => String(clipboard.get(flavour)).split(what).length - 1,
  )
}

onEveryEngine(
  'a copy with shadow trees',
  (stage) => {
    test('differs in its tokens only', async () => {
      const { engine, site, collector } = stage
      const url = `${site.url}/shadow-card`
      const page = await (await stage.createContext()).open(url)
      const native: Clipboard[] = []
      for (const [, from, to] of SELECTIONS) {
        await select(page, from, to)
        native.push(await copy(engine, page))
      }

      stage.serve()
      await page.goto(url)
      const shared: string[] = []
      for (const [at, [name, from, to, isShared]] of SELECTIONS.entries()) {
        await select(page, from, to)
        await remember(page)
        const clipboard = await copy(engine, page)
        expect(await readChanges(page), name).toEqual([])
        const { clean, tokens } = takeTokens(clipboard)
        expect(clean, name).toEqual(takeTokens(native[at] ?? new Map()).clean)
        const distinct = [...new Set(tokens)]
        expect(distinct.length, name).toBeLessThan(2)
        if (isShared !== undefined) {
          const urls = count(clipboard, `${site.url}/`)
          expect(urls[0], name).toBeGreaterThan(0)
          expect(count(clipboard, 'dks='), name).toEqual(isShared ? urls : [0, 0])
        }
        shared.push(...distinct)
      }
      expect(await page.evaluate(() => window.watch.seen)).toBe(0)
      expect(await page.evaluate(() => window.watch.errors)).toEqual([])
      await page.close()
      const shares = await collector.waitForEvents('share', shared.length)
      expect(new Set(shares.map(({ token }) => token))).toEqual(new Set(shared))
    })

    test('leaves what a closed tree shows in the middle of a selection clean', async () => {
      const { engine, site } = stage
      const url = `${site.url}/shadow-card`
      const page = await (await stage.createContext()).open(url)
      await select(page, ['', '#first'], ['', '#last'])
      const native = takeTokens(await copy(engine, page))
      stage.serve()
      await page.goto(url)
      await select(page, ['', '#first'], ['', '#last'])
      await remember(page)
      const clipboard = await copy(engine, page)
      expect(await readChanges(page)).toEqual([])
      expect(takeTokens(clipboard).clean).toEqual(native.clean)
      expect(count(clipboard, 'dks=')).toEqual([2, 1])
      expect(String(clipboard.get('text/html'))).toMatch(/\/closed\/link".*\/closed\/text /s)
    })

    test('with everything selected differs in its tokens only', async () => {
      const { engine, site } = stage
      const url = `${site.url}/shadow-card`
      const page = await (await stage.createContext()).open(url)
      const selectAll = async (): Promise<void> => {
        await page.click('#start')
        await page.press('Control+a')
      }
      await selectAll()
      const native = takeTokens(await copy(engine, page))
      stage.serve()
      await page.goto(url)
      await selectAll()
      await remember(page)
      const clipboard = await copy(engine, page)
      expect(await readChanges(page)).toEqual([])
      expect(takeTokens(clipboard).clean).toEqual(native.clean)
      // All but what stands in the closed tree.
      const urls = count(clipboard, `${site.url}/`)
      expect(count(clipboard, 'dks=')).toEqual(urls.map((all, at) => all - (at === 0 ? 2 : 1)))
    })
  },
  { isLong: true },
)
