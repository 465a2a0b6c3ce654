/** The share bar: what readers do with it arrives with one token, is counted once, and works just the same without. */
import { expect, test } from 'vitest'
import type { Channel } from '../../src/channel/channels.js'
import { detect } from '../../src/url/detect.js'
import type { Context, Page } from './drivers/engine.js'
import { expectTagged } from './expectTagged.js'
import { onEveryEngine, type Stage } from './onEveryEngine.js'
import { openBarSite, waitForBars, waitForStatus, type BarPage } from './openBarSite.js'
import type { World } from './openWorld.js'
import { readClipboard } from './readClipboard.js'
import { readQr } from './readQr.js'
import { closeOpened, expectShares } from './shareSteps.js'
import { takeTokens } from './takeTokens.js'
import { waitFor } from './waitFor.js'

/** How a page has its tracker. */
interface Setting {
  name: string
  bar: BarPage['bar']
  /** By its script tag, with these attributes. */
  tag?: string
  /** By an import, before anything is done; `all` gestures or none. */
  start?: 'all' | 'none'
  isMeasured: boolean
}

const SETTINGS: Setting[] = [
  { name: 'both by script tags', bar: 'tag', tag: '', isMeasured: true },
  { name: 'the bar once the tracker runs', bar: 'late', tag: '', isMeasured: true },
  {
    name: 'the tracker by its tag, the bar by an import',
    bar: 'module',
    tag: '',
    isMeasured: true,
  },
  { name: 'both by imports, all gestures', bar: 'module', start: 'all', isMeasured: true },
  { name: 'both by imports, no gesture', bar: 'module', start: 'none', isMeasured: true },
  { name: 'consent denied', bar: 'tag', tag: ' data-consent="denied"', isMeasured: false },
]

interface Arrived {
  copied: string
  chat: string
  board: string
  scanned: string
}

const body = (
  origin: string,
): string => `<share-bar url="/it's?part=2" channels="whatsapp wechat email">
<a data-channel="custom1" target="_blank" href="https://intranet.example/share?u=${encodeURIComponent(`${origin}/it's?part=2`)}&amp;from=bar">Board</a>
</share-bar>`

/** Presses everything, and tells what arrived where. */
async function pressAll(
  { engine }: Stage,
  { page, context, world }: { page: Page; context: Context; world: World },
): Promise<Arrived> {
  const clipboard = await readClipboard(engine.display, () =>
    page.click('share-bar [data-channel=copy-button]'),
  )
  expect(await waitForStatus(page)).toBe('Link copied')
  await page.click('share-bar [data-channel=whatsapp]')
  const chat = await world.waitForVisit('wa.me')
  await closeOpened(context)
  await page.click('share-bar [data-channel=custom1]')
  const board = await world.waitForVisit('intranet.example')
  await closeOpened(context)
  await page.click('share-bar [data-channel=wechat]')
  const scanned = await readQr(page)
  await page.click('share-bar dialog button')
  await waitFor('the dialog to go', () =>
    page.evaluate(() => !document.querySelector('share-bar dialog')),
  )
  return { copied: String(clipboard.get('UTF8_STRING')), chat, board, scanned }
}

const startTracker = (page: Page, start: 'all' | 'none', endpoint: string): Promise<void> =>
  page.evaluate(
    ({ start: how, endpoint: to }) => {
      const { createTracker, defaultGestures } = window.aparteModule
      createTracker({ endpoint: to, gestures: how === 'all' ? defaultGestures() : [] })
    },
    { start, endpoint },
  )

onEveryEngine(
  'the share bar',
  (stage) => {
    const open = async (settings: Setting[]) => {
      const { endpoint } = stage.collector
      const origin = await openBarSite((own) => ({
        '/plain': { body: body(own) },
        ...Object.fromEntries(
          settings.map(({ bar, tag }, at) => [
            `/${at}`,
            {
              body: body(own),
              ...(bar && { bar }),
              ...(tag !== undefined && { tracker: ` data-endpoint="${endpoint}"${tag}` }),
            },
          ]),
        ),
      }))
      const world = await stage.openWorld()
      const context = await stage.createContext({ world })
      const page = await context.open()
      const press = async (path: string, start?: Setting['start']): Promise<Arrived> => {
        await page.goto(origin + path)
        await waitForBars(page)
        if (start) await startTracker(page, start, endpoint)
        const arrived = await pressAll(stage, { page, context, world })
        expect(await page.evaluate(() => window.barErrors)).toEqual([])
        return arrived
      }
      return { origin, page, press, world, context }
    }

    test('works without a tracker, with clean URLs', async () => {
      const { origin, page, press } = await open([])
      const url = `${origin}/it's?part=2`
      // Browsers encode that sign in queries.
      const encoded = encodeURIComponent(url).replace("'", '%27')
      expect(await press('/plain')).toEqual({
        copied: url,
        chat: `https://wa.me/?text=The%20harbour%20${encoded}`,
        board: `https://intranet.example/share?u=${encoded}&from=bar`,
        scanned: url,
      })
      stage.serve()
      await expectShares(stage, page, [])
    })

    test.each(SETTINGS)('is measured once an act, or not at all: $name', async (setting) => {
      const { origin, page, press } = await open([setting])
      const native = await press('/plain')
      const arrived = await press('/0', setting.start)
      stage.serve()
      if (!setting.isMeasured) {
        expect(arrived).toEqual(native)
        await expectShares(stage, page, [])
        return
      }
      const copied = expectTagged(
        `x:?u=${encodeURIComponent(arrived.copied)}`,
        `x:?u=${encodeURIComponent(native.copied)}`,
        origin,
      )
      const scanned = expectTagged(
        `x:?u=${encodeURIComponent(arrived.scanned)}`,
        `x:?u=${encodeURIComponent(native.scanned)}`,
        origin,
      )
      const chat = expectTagged(arrived.chat, native.chat, origin)
      const board = expectTagged(arrived.board, native.board, origin)
      const shares: [typeof copied, Channel, string][] = [
        [copied, 'copy-button', 'write'],
        [chat, 'whatsapp', 'link'],
        [board, 'custom1', 'link'],
        [scanned, 'wechat', 'api'],
      ]
      expect(shares.map(([tagged]) => tagged.channel)).toEqual(shares.map(([, channel]) => channel))
      expect(new Set(shares.map(([{ token }]) => token)).size).toBe(shares.length)
      await expectShares(
        stage,
        page,
        shares.map(([{ token }, channel, gesture]) => ({ token, channel, gesture })),
      )
    })

    test('is measured from the moment that the tracker starts', async () => {
      const { origin, page } = await open([{ name: '', bar: 'module', isMeasured: true }])
      const copy = async (): Promise<string[]> =>
        takeTokens(
          await readClipboard(stage.engine.display, () =>
            page.click('share-bar [data-channel=copy-button]'),
          ),
        ).tokens
      await page.goto(`${origin}/0`)
      await waitForBars(page)
      expect(await copy()).toEqual([])
      await startTracker(page, 'all', stage.collector.endpoint)
      const tokens = [...new Set(await copy())]
      expect(tokens).toHaveLength(1)
      stage.serve()
      await expectShares(stage, page, [
        { token: tokens[0], channel: 'copy-button', gesture: 'write' },
      ])
    })

    test('follows a middle click and the Enter key as any link, and counts each', async () => {
      const { origin, page, world, context } = await open([
        { name: '', bar: 'module', isMeasured: true },
      ])
      const tokens: (string | undefined)[] = []
      for (const how of ['middle', 'Enter'] as const) {
        // WebKitGTK follows a middle click in the same tab.
        await page.goto(`${origin}/0`)
        await waitForBars(page)
        await startTracker(page, 'none', stage.collector.endpoint)
        if (how === 'middle') await page.click('share-bar [data-channel=whatsapp]', { button: how })
        else {
          await page.evaluate(() =>
            document.querySelector<HTMLElement>('share-bar [data-channel=whatsapp]')?.focus(),
          )
          await page.press('Enter')
        }
        const visited = await world.waitForVisit('wa.me')
        const shared = new URL(visited).searchParams.get('text') ?? ''
        tokens.push(detect(shared)?.token)
        await closeOpened(context)
      }
      expect(new Set(tokens).size).toBe(2)
      stage.serve()
      await expectShares(
        stage,
        page,
        tokens.map((token) => ({ token, channel: 'whatsapp', gesture: 'link' })),
      )
    })

    test('hands a link to a mail program a token, and opens no window for it', async () => {
      const { origin, page, context } = await open([{ name: '', bar: 'module', isMeasured: true }])
      await page.goto(`${origin}/0`)
      await waitForBars(page)
      await startTracker(page, 'none', stage.collector.endpoint)
      await page.evaluate(() => {
        // What the browser is about to follow, after all that we do.
        const read = ({ target }: Event): void => {
          if (target instanceof Element) document.title = target.closest('a')?.href ?? ''
        }
        addEventListener('click', read, { once: true })
      })
      const [written = '', native = '', target] = await page.evaluate(() => {
        const link = document.querySelector<HTMLAnchorElement>('[data-channel=email]')
        const read = [link?.getAttribute('href') ?? '', link?.href ?? '', link?.target]
        // A browser without a mail program may show an empty page: not in place of this one.
        document.body.append(Object.assign(document.createElement('iframe'), { name: 'mail' }))
        if (link) link.target = 'mail'
        return read
      })
      expect(target).toBe('')
      await page.click('share-bar [data-channel=email]')
      const followed = await page.evaluate(() => document.title)
      const { token, channel } = expectTagged(followed, native, origin)
      expect(channel).toBe('email')
      const after = await page.evaluate(() =>
        document.querySelector('[data-channel=email]')?.getAttribute('href'),
      )
      expect(after).toBe(written)
      expect(await context.pages()).toHaveLength(1)
      stage.serve()
      await expectShares(stage, page, [{ token, channel, gesture: 'link' }])
    })
  },
  { isLong: true },
)
