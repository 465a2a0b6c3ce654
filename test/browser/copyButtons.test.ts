/** Copy buttons, of libraries from npm and of the page's own, read from the system clipboard. */
import { expect, test } from 'vitest'
import type { Channel } from '../../src/channel/channels.js'
import type { Page } from './drivers/engine.js'
import { onEveryEngine } from './onEveryEngine.js'
import { readClipboard, type Clipboard } from './readClipboard.js'
import { expectShares } from './shareSteps.js'
import { takeTokens } from './takeTokens.js'

declare global {
  interface Window {
    /** What `copy-buttons.html` was told of its copies. */
    copied: string[]
  }
}

interface CopyButton {
  id: string
  gesture: 'field' | 'write'
  channel: Channel
}

const BUTTONS: CopyButton[] = [
  { id: 'clipboard-js', gesture: 'field', channel: 'copy' },
  { id: 'clipboard-js-field', gesture: 'field', channel: 'copy' },
  { id: 'copy-to-clipboard', gesture: 'write', channel: 'copy-button' },
  { id: 'copy-to-clipboard-html', gesture: 'write', channel: 'copy-button' },
  { id: 'write-text', gesture: 'write', channel: 'copy-button' },
  { id: 'write', gesture: 'write', channel: 'copy-button' },
  { id: 'write-later', gesture: 'write', channel: 'copy-button' },
]

/** What is left as it is: an address in a text is the page's own business. */
const CLEAN = [{ id: 'write-iterated' }, { id: 'write-prose' }]

/** A clipboard without tokens, and without the flavour in which WebKit says that a script has written it. */
function readClean(clipboard: Clipboard): Record<string, string> {
  const { clean } = takeTokens(clipboard)
  delete clean['org.webkitgtk.WebKit.custom-pasteboard-data']
  return clean
}

onEveryEngine(
  'a copy button',
  (stage) => {
    test('copies what it copies without aparté, and a token', async () => {
      const { engine, site } = stage
      const page: Page = await (await stage.createContext()).open()
      const press = async (): Promise<{ clipboards: Clipboard[]; copied: string[] }> => {
        await page.goto(`${site.url}/copy-buttons`)
        const clipboards: Clipboard[] = []
        for (const { id } of [...BUTTONS, ...CLEAN])
          clipboards.push(await readClipboard(engine.display, () => page.click(`#${id}`)))
        return { clipboards, copied: await page.evaluate(() => window.copied) }
      }
      const native = await press()
      stage.serve()
      const { clipboards, copied } = await press()
      expect(copied).toEqual(native.copied)
      expect(copied).toHaveLength(clipboards.length)
      expect(clipboards.map(readClean)).toEqual(native.clipboards.map(readClean))
      expect(await page.evaluate(() => window.watch.errors)).toEqual([])
      const tokens = clipboards.map((clipboard) => [...new Set(takeTokens(clipboard).tokens)])
      expect(tokens.map((each) => each.length)).toEqual([
        ...BUTTONS.map(() => 1),
        ...CLEAN.map(() => 0),
      ])
      await expectShares(
        stage,
        page,
        BUTTONS.map(({ gesture, channel }, index) => ({
          token: tokens[index]?.[0],
          gesture,
          channel,
        })),
      )
    })
  },
  { isLong: true },
)
