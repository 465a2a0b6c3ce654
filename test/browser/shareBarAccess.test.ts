/** The share bar for everybody: axe-core finds nothing in any state, keys do all, and what happens is said. */
import type axe from 'axe-core'
import { expect, test } from 'vitest'
import {
  en,
  renderShareBar,
  type ShareLabels,
  whatsapp,
  messenger,
  telegram,
  linkedin,
  email,
  sms,
  wechat,
  facebook,
  x,
} from 'aparte/share-bar'
import type { Page } from './drivers/engine.js'
import { onEveryEngine } from './onEveryEngine.js'
import { openBarSite, waitForBars, waitForStatus, type BarPage } from './openBarSite.js'
import { readClipboard } from './readClipboard.js'
import { expectShares } from './shareSteps.js'
import { takeTokens } from './takeTokens.js'
import { waitFor } from './waitFor.js'

declare global {
  interface Window {
    axe: typeof axe
    /** What the share sheet was handed. */
    sheets: ShareData[]
  }
}

const AXE = '<script src="/bundles/axe.js"></script>'
const BAR =
  '<share-bar text="The harbour" channels="whatsapp messenger linkedin email sms wechat" more="facebook x mastodon reddit" note></share-bar>'
const CSS = '<link rel="stylesheet" href="/aparte.share-bar.css">'
const REFUSE = `<script>Clipboard.prototype.writeText = async () => { throw new DOMException('', 'NotAllowedError') }</script>`

/** A phone whose share sheet ends like this, for want of one here. */
const phone = (end: string): string => `<script>
  window.sheets = []
  Navigator.prototype.share = async (data) => { sheets.push({ url: data.url, title: data.title }); ${end} }
  const match = matchMedia
  matchMedia = (query) => query === '(pointer: coarse)' ? { matches: true } : match(query)
</script>`

interface State extends Partial<BarPage> {
  name: string
  press?: string
  /** What is there once it has been reached. */
  wait?: string
}

const STATES: State[] = [
  { name: 'closed' },
  { name: 'with names', body: BAR.replace('note', 'names') },
  { name: 'with more ways shown', press: 'summary', wait: 'details[open] a' },
  { name: 'with a QR code', press: '[data-channel=wechat]', wait: 'dialog[open] svg' },
  {
    name: 'with a confirmation',
    press: '[data-channel=copy-button]',
    wait: '[role=status]:not(:empty)',
  },
  {
    name: 'refused by the clipboard',
    head: REFUSE,
    press: '[data-channel=copy-button]',
    wait: 'input',
  },
  { name: 'on a phone', head: phone('') },
  {
    name: 'on a dark page, with more ways shown',
    head: '<style>:root{color-scheme:dark;background:#111;color:#eee}</style>',
    press: 'summary',
    wait: 'details[open] a',
  },
  {
    name: 'on a dark page that says nothing of its colours, with a confirmation',
    head: '<style>:root{background:#111;color:#eee}</style>',
    press: '[data-channel=copy-button]',
    wait: '[role=status]:not(:empty)',
  },
  {
    name: 'from right to left',
    html: 'lang="ar" dir="rtl"',
    press: 'summary',
    wait: 'details[open] a',
  },
  { name: 'in another language than the page', html: 'lang="nl"' },
  {
    name: 'server-rendered, without a script',
    bar: 'none',
    head: CSS,
    body: renderShareBar({
      channels: [whatsapp, messenger, telegram, linkedin, email, sms, wechat],
      more: [facebook, x],
      languages: [en],
      url: 'https://journal.example/a',
      appId: '1',
    }),
  },
]

/** What axe-core has against the page: rule, and markup. The page itself is none of ours. */
const findFaults = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const { violations, passes } = await window.axe.run('share-bar', {
      resultTypes: ['violations'],
    })
    if (passes.length < 3) return ['axe-core has not looked at anything']
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
  })

/** What has the focus: its channel, or its name. */
const readFocus = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: active } = document
    return active?.getAttribute('data-channel') ?? active?.localName ?? ''
  })

onEveryEngine(
  'the share bar, for everybody,',
  (stage) => {
    const open = async (page: Partial<BarPage>) => {
      const origin = await openBarSite(() => ({
        '/a': { body: BAR, ...page, head: `${page.head ?? ''}${AXE}` },
      }))
      const opened = await (await stage.createContext()).open(`${origin}/a`)
      if (page.bar !== 'none') await waitForBars(opened)
      return opened
    }
    const has = (page: Page, selector: string): Promise<true> =>
      waitFor(selector, () =>
        page.evaluate((wanted) => !!document.querySelector(`share-bar ${wanted}`), selector),
      )

    test.each(STATES)(
      'has no fault that axe-core knows: $name',
      async ({ name, press, wait, ...rest }) => {
        expect(name).toBeTruthy()
        const page = await open(rest)
        if (press) await page.click(`share-bar ${press}`)
        if (wait) await has(page, wait)
        expect(await findFaults(page)).toEqual([])
        const small = await page.evaluate(() =>
          [...document.querySelectorAll<HTMLElement>('share-bar :is(a,button,summary,input)')]
            .map((item) => item.getBoundingClientRect())
            .filter(({ width, height }) => width > 0 && (width < 44 || height < 44))
            .map(({ width, height }) => `${width} × ${height}`),
        )
        expect(small).toEqual([])
        const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
        expect(wide).toBe(false)
      },
    )

    test('can be read in forced colours', async (context) => {
      const origin = await openBarSite(() => ({ '/a': { body: BAR, head: AXE } }))
      const page = await (await stage.createContext({ forcedColors: 'active' })).open(`${origin}/a`)
      const isForced = await page.evaluate(() => matchMedia('(forced-colors: active)').matches)
      if (!isForced) return context.skip('its driver cannot force colours')
      await waitForBars(page)
      await page.click('share-bar [data-channel=copy-button]')
      await waitForStatus(page)
      const status = await page.evaluate(() => {
        const region = document.querySelector('share-bar [role=status]')
        if (!region) return {}
        const { color, backgroundColor, forcedColorAdjust } = getComputedStyle(
          region,
        ) as CSSStyleDeclaration & { forcedColorAdjust: string }
        return { isSeen: color !== backgroundColor, forcedColorAdjust }
      })
      // Else the plate that browsers put behind text has the colour of the text.
      expect(status).toEqual({ isSeen: true, forcedColorAdjust: 'none' })
      expect(await findFaults(page)).toEqual([])
    })

    test('names every brand, shows no text message on a desktop, and has one live region', async () => {
      const page = await open({})
      const items = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('share-bar :is(a,button)')].map((item) => ({
          channel: item.dataset['channel'] ?? '',
          text: item.textContent,
          isShown: getComputedStyle(item).display !== 'none',
        })),
      )
      const brands: Record<string, string> = {
        whatsapp: 'WhatsApp',
        messenger: 'Messenger',
        linkedin: 'LinkedIn',
        wechat: 'WeChat',
        facebook: 'Facebook',
        x: 'X',
        mastodon: 'Mastodon',
        reddit: 'Reddit',
      }
      for (const { channel, text } of items) expect(text).toContain(brands[channel] ?? '')
      expect(items.filter(({ isShown }) => !isShown).map(({ channel }) => channel)).toEqual([
        'messenger',
        'sms',
      ])
      const regions = await page.evaluate(() =>
        [...document.querySelectorAll('share-bar :is([role=status],[aria-live],[role=alert])')].map(
          (region) => region.textContent,
        ),
      )
      expect(regions).toEqual([''])
    })

    test('shows what only phones know where the pointer is coarse', async (context) => {
      if (!stage.engine.canBePhone) return context.skip('its driver cannot be a phone')
      const origin = await openBarSite(() => ({
        '/a': { body: BAR.replace('note', 'app-id="1"'), head: AXE },
      }))
      const page = await (await stage.createContext({ isPhone: true })).open(`${origin}/a`)
      await waitForBars(page)
      const shown = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLAnchorElement>('share-bar > a')]
          .filter((link) => getComputedStyle(link).display !== 'none')
          .map(({ protocol }) => protocol),
      )
      expect(shown).toEqual(['https:', 'fb-messenger:', 'https:', 'mailto:', 'sms:'])
      expect(await findFaults(page)).toEqual([])
    })

    test('does everything by keys, with a focus that can be seen', async () => {
      const page = await open({})
      await page.click('#start')
      const order: string[] = []
      for (let at = 0; at < 6; at++) {
        await page.press('Tab')
        order.push(await readFocus(page))
        const outline = await page.evaluate(() => {
          const { outlineStyle, outlineWidth } = getComputedStyle(
            document.activeElement ?? document.body,
          )
          return `${outlineStyle} ${outlineWidth}`
        })
        expect(outline).toBe('solid 2px')
      }
      expect(order).toEqual(['copy-button', 'whatsapp', 'linkedin', 'email', 'wechat', 'summary'])
      await page.press('Enter')
      await has(page, 'details[open] a')
      await page.press('Tab')
      expect(await readFocus(page)).toBe('facebook')
      await page.evaluate(() =>
        document.querySelector<HTMLElement>('[data-channel=wechat]')?.focus(),
      )
      await page.press('Enter')
      await has(page, 'dialog[open] svg')
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Close')
      await page.press('Escape')
      await waitFor('the dialog to go', () =>
        page.evaluate(() => !document.querySelector('dialog')),
      )
      expect(await readFocus(page)).toBe('wechat')
      await page.evaluate(() =>
        document.querySelector<HTMLElement>('[data-channel=copy-button]')?.focus(),
      )
      const clipboard = await readClipboard(stage.engine.display, () => page.press('Enter'))
      expect(String(clipboard.get('UTF8_STRING'))).toMatch(/\/a$/)
      expect(await waitForStatus(page)).toBe('Link copied')
      expect(await readFocus(page)).toBe('copy-button')
      // And does not stay in the way.
      await waitFor('the words to go', () =>
        page.evaluate(() => !document.querySelector('[role=status]')?.textContent),
      )
    })

    test('shows a field where the clipboard refuses, and copying from that is the share', async () => {
      const page = await open({
        head: REFUSE,
        tracker: ` data-endpoint="${stage.collector.endpoint}"`,
      })
      await waitFor('the tracker', () => page.evaluate(() => Symbol.for('aparte') in window))
      await page.click('share-bar [data-channel=copy-button]')
      expect(await waitForStatus(page)).toBe(en.copyFailed)
      const field = await page.evaluate(() => {
        const input = document.activeElement
        if (!(input instanceof HTMLInputElement)) return 'no field'
        const { value, selectionStart, selectionEnd } = input
        return value.slice(selectionStart ?? 0, selectionEnd ?? 0)
      })
      expect(field).toBe(await page.evaluate(() => location.href))
      const clipboard = await readClipboard(stage.engine.display, () => page.press('Control+c'))
      const tokens = [...new Set(takeTokens(clipboard).tokens)]
      expect(tokens).toHaveLength(1)
      stage.serve()
      await expectShares(stage, page, [{ token: tokens[0], channel: 'copy', gesture: 'field' }])
    })

    test.each([
      ['is thanked for, and counted once', '', en.shared],
      ['is silence when the reader closes it', "throw new DOMException('', 'AbortError')", ''],
      ['becomes a copy when it fails', "throw new DOMException('', 'DataError')", en.copied],
    ] satisfies [string, string, ShareLabels[keyof ShareLabels]][])(
      'the share sheet %s',
      async (_, end, said) => {
        const page = await open({
          head: phone(end),
          tracker: ` data-endpoint="${stage.collector.endpoint}"`,
        })
        await waitFor('the tracker', () => page.evaluate(() => Symbol.for('aparte') in window))
        expect(
          (
            await page.evaluate(() =>
              [...document.querySelectorAll<HTMLElement>('share-bar [data-channel]')].map(
                ({ dataset }) => dataset['channel'],
              ),
            )
          ).slice(0, 2),
        ).toEqual(['native', 'copy-button'])
        await page.click('share-bar [data-channel=native]')
        if (said) expect(await waitForStatus(page)).toBe(said)
        const { sheets, text, field } = await page.evaluate(() => ({
          sheets: window.sheets.map(({ url, title }) => ({ url: url ?? '', title })),
          text: document.querySelector('[role=status]')?.textContent,
          field: document.querySelector('share-bar input')?.localName,
        }))
        expect(text).toBe(said)
        expect(field ?? null).toBeNull()
        expect(sheets).toMatchObject([{ title: 'The harbour' }])
        const token = new URL(sheets[0]?.url ?? '').searchParams.get('dks')
        expect(token).toHaveLength(13)
        stage.serve()
        if (said === en.copied) {
          const { collector } = stage
          const [share] = await collector.waitForEvents('share', 1)
          expect(share).toMatchObject({ channel: 'copy-button', gesture: 'write' })
          expect(share?.['token']).not.toBe(token)
        } else
          await expectShares(
            stage,
            page,
            said ? [{ token, channel: 'native', gesture: 'native' }] : [],
          )
      },
    )

    test('the share sheet is counted once by the bar itself, where the tracker has no gesture', async () => {
      const page = await open({ head: phone(''), bar: 'module' })
      await page.evaluate((endpoint) => {
        window.aparteModule.createTracker({ endpoint, gestures: [] })
      }, stage.collector.endpoint)
      await page.click('share-bar [data-channel=native]')
      expect(await waitForStatus(page)).toBe(en.shared)
      const url = await page.evaluate(() => window.sheets[0]?.url ?? '')
      const token = new URL(url).searchParams.get('dks')
      stage.serve()
      await expectShares(stage, page, [{ token, channel: 'native', gesture: 'native' }])
    })
  },
  { isLong: true },
)
