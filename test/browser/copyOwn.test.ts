/** A copy with own URLs differs from that of a page without aparté in its tokens, and in nothing else. */
import { expect, test } from 'vitest'
import { copy, select } from './copySelection.js'
import type { Page } from './drivers/engine.js'
import { onEveryEngine } from './onEveryEngine.js'
import type { Clipboard } from './readClipboard.js'
import { takeTokens } from './takeTokens.js'

/**
 * Fixture, then the tokens expected in the HTML and in the plain text: of a copy of everything, and of one that leaves out
 * two characters at both ends.
 */
const FIXTURES: [name: string, whole: [number, number], inside: [number, number]][] = [
  ['own-link', [3, 0], [3, 0]],
  ['own-text', [6, 6], [6, 6]],
  ['own-edges', [2, 2], [0, 0]],
  ['own-self', [2, 1], [2, 1]],
  ['own-list', [4, 1], [3, 1]],
  ['own-table', [3, 1], [2, 0]],
  ['own-figure', [3, 0], [2, 0]],
  ['own-styled', [4, 1], [4, 1]],
  ['own-hidden', [2, 0], [2, 0]],
  ['own-cards', [2, 0], [2, 0]],
  ['own-ignored', [1, 0], [1, 0]],
  ['own-base', [2, 0], [2, 0]],
  ['long', [2, 1], [2, 1]],
]

const EXTENTS = ['whole', 'inside'] as const

/** Keeps what a copy must not change, in the page itself, where nodes can be compared. */
async function remember(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { selection } = window.watch
    const { anchorNode, anchorOffset, focusNode, focusOffset } = selection
    const before = { anchorNode, anchorOffset, focusNode, focusOffset, scrollX, scrollY }
    Object.assign(window, { before, markup: document.documentElement.outerHTML })
  })
}

/** Names what has changed since. */
function readChanges(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { before, markup } = window as unknown as { before: object; markup: string }
    const { selection } = window.watch
    const changed = Object.entries(before)
      .filter(([name, value]) => {
        const owner = name.startsWith('scroll') ? window : selection
        return Reflect.get(owner, name) !== value
      })
      .map(([name]) => name)
    return document.documentElement.outerHTML === markup ? changed : [...changed, 'markup']
  })
}

function countTokens(clipboard: Clipboard, flavour: string): number {
  return takeTokens(new Map([...clipboard].filter(([name]) => name === flavour))).tokens.length
}

onEveryEngine('a copy with own URLs', (stage) => {
  test.each(FIXTURES)('differs in its tokens only: %s', async (fixture, ...expected) => {
    const { engine, site, collector } = stage
    const url = `${site.url}/${fixture}`
    const page = await (await stage.createContext()).open(url)
    const native: Clipboard[] = []
    for (const extent of EXTENTS) {
      await select(page, '#copied', extent)
      native.push(await copy(engine, page))
    }

    stage.serve()
    await page.goto(url)
    const shared: string[] = []
    for (const [index, extent] of EXTENTS.entries()) {
      await select(page, '#copied', extent)
      await remember(page)
      const clipboard = await copy(engine, page)
      const { clean, tokens } = takeTokens(clipboard)
      expect(clean).toEqual(takeTokens(native[index] ?? new Map()).clean)
      expect(await readChanges(page)).toEqual([])
      const counts = [countTokens(clipboard, 'text/html'), countTokens(clipboard, 'UTF8_STRING')]
      expect(counts, extent).toEqual(expected[index])
      const distinct = [...new Set(tokens)]
      expect(distinct).toHaveLength(counts[0] === 0 && counts[1] === 0 ? 0 : 1)
      shared.push(...distinct)
    }
    const { copies, errors, seen } = await page.evaluate(() => {
      const { copies: ran, errors: thrown, seen: found } = window.watch
      return { copies: ran, errors: thrown, seen: found }
    })
    expect(copies).toEqual(['body', 'document', 'body', 'document'])
    expect(errors).toEqual([])
    expect(seen).toBe(0)

    await page.close()
    const shares = await collector.waitForEvents('share', shared.length)
    expect(new Set(shares.map(({ token }) => token))).toEqual(new Set(shared))
  })
  test('in a long line differs in tokens, and in Firefox in line breaks', async () => {
    const { engine, site } = stage
    const url = `${site.url}/own-wrapped`
    const page = await (await stage.createContext()).open(url)
    await select(page, '#copied')
    const native = takeTokens(await copy(engine, page)).clean
    stage.serve()
    await page.goto(url)
    await select(page, '#copied')
    const { clean, tokens } = takeTokens(await copy(engine, page))
    expect(new Set(tokens).size).toBe(1)
    // Firefox breaks lines of HTML that have more than 128 characters at blanks, and with a token a line has more.
    const unwrap = (text = ''): string => text.replaceAll(/\s+/g, ' ')
    expect(unwrap(clean['text/html'])).toBe(unwrap(native['text/html']))
    if (engine.name !== 'firefox') expect(clean['text/html']).toBe(native['text/html'])
    expect({ ...clean, 'text/html': '' }).toEqual({ ...native, 'text/html': '' })
  })
})
