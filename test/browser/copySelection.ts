/** Selecting and copying as a reader does. The copy is a real key press; the result is read from the system clipboard. */
import type { Engine, Page } from './drivers/engine.js'
import { readClipboard, type Clipboard } from './readClipboard.js'
import './watch.js'

/** All of an element, or from its third character to the one before its last two, or the same from its end to its start. */
export type Extent = 'whole' | 'inside' | 'backwards'

/**
 * Selects an element's contents, and waits until that is painted: before, Chromium leaves folded parts out of a copy or not, as
 * it happens.
 */
export async function select(
  page: Page,
  selector: string,
  extent: Extent = 'whole',
): Promise<void> {
  // WebKit copies only from a document that has been clicked in.
  await page.click('#start')
  await page.evaluate(
    ({ selector: wanted, extent: how }) => {
      const element = document.querySelector(wanted)
      if (element === null) throw new Error(`nothing matches ${wanted}`)
      const { selection } = window.watch
      if (how === 'whole') return selection.selectAllChildren(element)
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      const texts: Text[] = []
      while (walker.nextNode()) {
        const node = walker.currentNode
        if (node instanceof Text && node.data.trim().length > 4) texts.push(node)
      }
      const [first] = texts
      const last = texts.at(-1)
      if (first === undefined || last === undefined) throw new Error(`no text in ${wanted}`)
      const from = first.data.search(/\S/) + 2
      const to = last.data.trimEnd().length - 2
      if (how === 'inside') selection.setBaseAndExtent(first, from, last, to)
      else selection.setBaseAndExtent(last, to, first, from)
    },
    { selector, extent },
  )
  await page.evaluate(async () => {
    await new Promise(requestAnimationFrame)
    await new Promise(requestAnimationFrame)
  })
}

/** Presses Ctrl+C and returns what the clipboard then holds. */
export function copy(engine: Engine, page: Page): Promise<Clipboard> {
  return readClipboard(engine.display, () => page.press('Control+c'))
}

/** Selects an element's contents, presses Ctrl+C, and returns what the clipboard then holds. */
export async function copySelection(
  engine: Engine,
  page: Page,
  selector: string,
  extent: Extent = 'whole',
): Promise<Clipboard> {
  await select(page, selector, extent)
  return copy(engine, page)
}
