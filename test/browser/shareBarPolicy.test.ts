/** The share bar under strict policies, and how it stays out of the way: no inline style, no markup, no shift. */
import { en, email, renderShareBar, telegram, whatsapp } from 'aparte/share-bar'
import { expect, test } from 'vitest'
import { onEveryEngine } from './onEveryEngine.js'
import { openBarSite, waitForBars } from './openBarSite.js'
import { readClipboard } from './readClipboard.js'
import { readQr } from './readQr.js'
import { takeTokens } from './takeTokens.js'
import { waitFor } from './waitFor.js'

declare global {
  interface Window {
    violations: string[]
  }
}

const VIOLATIONS = `<script>window.violations = []
addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
  violations.push(effectiveDirective + ' ' + blockedURI))</script>`

onEveryEngine(
  'the share bar, under a policy,',
  (stage) => {
    const open = async (policy: string, { missing = '/nothing', head = '' } = {}) => {
      const { endpoint } = stage.collector
      const origin = await openBarSite(() => ({
        // A page where a script should be.
        [missing]: { body: '', bar: 'none' },
        '/a': {
          nonce: ' nonce="n1"',
          head: VIOLATIONS + head,
          tracker: ` data-endpoint="${endpoint}"`,
          body: '<share-bar channels="whatsapp wechat" more="telegram"></share-bar>',
          headers: {
            'content-security-policy': `default-src 'none'; img-src data:; connect-src ${endpoint}; base-uri 'none'; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; ${policy}`,
          },
        },
      }))
      const page = await (await stage.createContext()).open(`${origin}/a`)
      await waitForBars(page)
      await waitFor('the tracker', () => page.evaluate(() => Symbol.for('aparte') in window))
      const readViolations = (): Promise<string[]> => page.evaluate(() => window.violations)
      return { origin, page, readViolations }
    }

    test('needs a nonce and nothing else: styles, copies, more ways', async () => {
      const { page, readViolations } = await open("script-src 'nonce-n1'")
      const style = await page.evaluate(() => {
        const bar = document.querySelector('share-bar')
        const button = bar?.querySelector('button')
        return bar && button ? [getComputedStyle(bar).display, button.offsetHeight] : []
      })
      expect(style).toEqual(['flex', 44])
      const clipboard = await readClipboard(stage.engine.display, () =>
        page.click('share-bar [data-channel=copy-button]'),
      )
      expect(new Set(takeTokens(clipboard).tokens).size).toBe(1)
      expect(await readViolations()).toEqual([])
    })

    test('draws a QR code, which the nonce allows, too', async () => {
      const { origin, page } = await open("script-src 'nonce-n1'")
      await page.click('share-bar [data-channel=wechat]')
      const shown = await readQr(page)
      const [share] = await stage.collector.waitForEvents('share', 1)
      expect(share).toMatchObject({ channel: 'wechat', gesture: 'api' })
      expect(shown).toBe(`${origin}/a?dks=${String(share?.['token'])}`)
      expect(await page.evaluate(() => window.barErrors)).toEqual([])
    })

    test('draws a QR code where scripts of the site are allowed', async () => {
      const { origin, page, readViolations } = await open("script-src 'nonce-n1' 'self'")
      await page.click('share-bar [data-channel=wechat]')
      const shown = await readQr(page)
      const [share] = await stage.collector.waitForEvents('share', 1)
      expect(shown).toBe(`${origin}/a?dks=${String(share?.['token'])}`)
      // Black on white, whatever the page.
      const colours = await page.evaluate(() => {
        const svg = document.querySelector('dialog svg')
        if (!svg) return []
        const { fill, backgroundColor } = getComputedStyle(svg)
        return [fill, backgroundColor]
      })
      expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)'])
      expect(await readViolations()).toEqual([])
    })

    test.each([
      ['its file does not come', '/aparte.qr.min.js', ''],
      [
        'the browser opens no dialog',
        '/nothing',
        "<script>HTMLDialogElement.prototype.showModal = () => { throw new DOMException('', 'InvalidStateError') }</script>",
      ],
    ])('shows the link in a field in place of a QR code where %s', async (_, missing, head) => {
      const { origin, page } = await open("script-src 'nonce-n1'", { missing, head })
      await page.click('share-bar [data-channel=wechat]')
      const value = await waitFor('the field', () =>
        page.evaluate(
          () => document.querySelector<HTMLInputElement>('share-bar input')?.value ?? false,
        ),
      )
      const [share] = await stage.collector.waitForEvents('share', 1)
      expect(share).toMatchObject({ channel: 'wechat', gesture: 'api' })
      expect(value).toBe(`${origin}/a?dks=${String(share?.['token'])}`)
      expect(await page.evaluate(() => document.querySelectorAll('dialog').length)).toBe(0)
      expect(await page.evaluate(() => window.barErrors)).toEqual([])
    })

    test('moves nothing of a server-rendered page that has its style sheet', async (context) => {
      const bar = (url: string): string =>
        renderShareBar({ channels: [whatsapp, telegram, email], languages: [en], url })
      const head = `<link rel="stylesheet" href="/aparte.share-bar.css"><script>
        window.shifts = []
        try { new PerformanceObserver((list) => { for (const entry of list.getEntries()) shifts.push(entry.value) }).observe({ type: 'layout-shift', buffered: true }) } catch {}
      </script>`
      const origin = await openBarSite((own) => ({
        '/a': { head, body: `${bar(`${own}/a`)}<p id="below">Below</p>`, bar: 'none' },
      }))
      const page = await (await stage.createContext()).open(`${origin}/a`)
      const readTop = (): Promise<number> =>
        page.evaluate(() => document.querySelector('#below')?.getBoundingClientRect().top ?? 0)
      const before = await readTop()
      await page.evaluate(() => {
        const script = document.createElement('script')
        script.src = '/aparte.share-bar.min.js'
        document.head.append(script)
      })
      await waitForBars(page)
      // In every engine, measured by ourselves.
      expect(await readTop()).toBe(before)
      const supported = await page.evaluate(() =>
        PerformanceObserver.supportedEntryTypes.includes('layout-shift'),
      )
      if (!supported) return context.skip('no layout-shift entries: only the place was compared')
      await page.evaluate(async () => {
        for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
      })
      const shifts = await page.evaluate(() => Reflect.get(window, 'shifts') as number[])
      expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBe(0)
    })
  },
  { isLong: true },
)
