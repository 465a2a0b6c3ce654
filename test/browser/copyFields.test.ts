/** Copies and cuts in fields, by real keys: one that holds a single own URL is shared, all others are left to themselves. */
import { expect, test } from 'vitest'
import { copySelection } from './copySelection.js'
import type { Page } from './drivers/engine.js'
import { onEveryEngine } from './onEveryEngine.js'
import { readClipboard, type Clipboard } from './readClipboard.js'
import { takeTokens } from './takeTokens.js'
import './watch.js'

const SHARED = ['#text', '#url', '#search', '#blanks', '#readonly', '#area']
const CUT = SHARED.filter((selector) => selector !== '#readonly')
const EDITED = ['#partial', '#words', '#ignored', '#code', '#prevents', '#stops', '#silences']
const LEFT_ALONE = [...EDITED, '#foreign', '#email', '#number', '#editor']

/** Selects all of a field as a reader does; of `#partial` all but the last three characters. */
async function selectField(page: Page, selector: string): Promise<void> {
  await page.click(selector)
  await page.press('Control+a')
  if (selector === '#partial')
    await page.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('#partial')
      field?.setSelectionRange(0, field.value.length - 3)
    })
}

function readHeard(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const page = window as unknown as { heard: string[] }
    // After the page's own zero timeouts.
    await new Promise((resolve) => {
      setTimeout(resolve)
    })
    return page.heard.splice(0)
  })
}

function readValue(page: Page, selector: string): Promise<string> {
  return page.evaluate((wanted) => {
    const field = document.querySelector<HTMLElement>(wanted)
    return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
      ? field.value
      : (field?.innerHTML ?? '')
  }, selector)
}

/**
 * A clipboard without its tokens, and without the flavour in which WebKit says that a script has written it: it holds the
 * site's address and the names of flavours, and nothing else shows it.
 */
function readClean(clipboard: Clipboard): Record<string, string> {
  const { clean } = takeTokens(clipboard)
  delete clean['org.webkitgtk.WebKit.custom-pasteboard-data']
  return clean
}

/** What a press did: the clipboard, what the page heard, the field after it, and after the undo of a cut. */
interface Outcome {
  clipboard: Clipboard
  heard: string[]
  value: string
  undone: string
}

onEveryEngine(
  'a field',
  (stage) => {
    const pressIn = async (page: Page, selector: string, keys: string): Promise<Outcome> => {
      await selectField(page, selector)
      await readHeard(page)
      const clipboard = await readClipboard(stage.engine.display, () => page.press(keys))
      const heard = await readHeard(page)
      const value = await readValue(page, selector)
      if (keys === 'Control+x') await page.press('Control+z')
      return { clipboard, heard, value, undone: await readValue(page, selector) }
    }

    /** Does the same without aparté and then with it. */
    const compare = async (
      selectors: string[],
      keys: string,
    ): Promise<{ page: Page; pairs: [selector: string, native: Outcome, ours: Outcome][] }> => {
      const url = `${stage.site.url}/own-fields`
      const page = await (await stage.createContext()).open(url)
      const native = new Map<string, Outcome>()
      for (const selector of selectors) native.set(selector, await pressIn(page, selector, keys))
      stage.serve()
      await page.goto(url)
      const pairs: [string, Outcome, Outcome][] = []
      for (const [selector, outcome] of native)
        pairs.push([selector, outcome, await pressIn(page, selector, keys)])
      return { page, pairs }
    }

    const expectShares = async (page: Page, tokens: string[]): Promise<void> => {
      expect(await page.evaluate(() => window.watch.errors)).toEqual([])
      await page.close()
      await stage.collector.waitForEvents('view', 1)
      const shares = await stage.collector.waitForEvents('share', tokens.length)
      expect(new Set(shares.map(({ token }) => token))).toEqual(new Set(tokens))
      for (const share of shares) expect(share).toMatchObject({ gesture: 'field', channel: 'copy' })
    }

    test('that holds one own URL is copied with a token', async () => {
      const { page, pairs } = await compare(SHARED, 'Control+c')
      const shared: string[] = []
      for (const [selector, native, ours] of pairs) {
        const { tokens } = takeTokens(ours.clipboard)
        expect(readClean(ours.clipboard), selector).toEqual(readClean(native.clipboard))
        expect(String(ours.clipboard.get('UTF8_STRING')), selector).toMatch(/[?&]dks=\w{13}/)
        expect(ours.heard, selector).toEqual([...native.heard, 'prevented'])
        expect(ours.value, selector).toBe(native.value)
        expect(new Set(tokens).size, selector).toBe(1)
        shared.push(...new Set(tokens))
      }
      await expectShares(page, shared)
    })

    test('that holds one own URL is cut with a token, and the cut can be undone', async () => {
      const { page, pairs } = await compare(CUT, 'Control+x')
      const shared: string[] = []
      for (const [selector, native, ours] of pairs) {
        const { tokens } = takeTokens(ours.clipboard)
        expect(readClean(ours.clipboard), selector).toEqual(readClean(native.clipboard))
        expect(ours.heard, selector).toEqual([...native.heard, 'prevented'])
        expect(ours.heard, selector).toContain(`input ${selector.slice(1)}`)
        expect([ours.value, ours.undone], selector).toEqual([native.value, native.undone])
        expect(ours.value, selector).toBe('')
        expect(new Set(tokens).size, selector).toBe(1)
        shared.push(...new Set(tokens))
      }
      await expectShares(page, shared)
    })

    test.each([
      ['Control+c', LEFT_ALONE],
      ['Control+x', EDITED],
    ])('is left to itself otherwise, %s', async (keys, selectors) => {
      const { page, pairs } = await compare(selectors, keys)
      for (const [selector, native, ours] of pairs) {
        const { clean, tokens } = takeTokens(ours.clipboard)
        expect(tokens, selector).toEqual([])
        expect(clean, selector).toEqual(takeTokens(native.clipboard).clean)
        expect({ ...ours, clipboard: 0 }, selector).toEqual({ ...native, clipboard: 0 })
      }
      // Browsers write nothing of a password, nor at the cut of what cannot be changed: only the page may hear of it.
      for (const selector of ['#password', ...(keys === 'Control+x' ? ['#readonly'] : [])]) {
        await selectField(page, selector)
        await page.press(keys)
      }
      // The one share: what was done before is stored by then.
      await selectField(page, '#text')
      const clipboard = await readClipboard(stage.engine.display, () => page.press('Control+c'))
      const heard = await readHeard(page)
      expect(heard.filter((each) => each === 'prevented')).toHaveLength(1)
      expect(heard.at(-1)).toBe('prevented')
      await expectShares(page, [...new Set(takeTokens(clipboard).tokens)])
    })

    test('of a kind that is a whole document is left to itself', async () => {
      const { engine, site } = stage
      const url = `${site.url}/own-fields-design`
      const page = await (await stage.createContext()).open(url)
      const native = await copySelection(engine, page, '#copied')
      stage.serve()
      await page.goto(url)
      expect(await copySelection(engine, page, '#copied')).toEqual(native)
    })
  },
  { isLong: true },
)
