/** The share bar in pages of all kinds: server-rendered, hostile, changing; in shadow trees, twice, moved, ignored. */
import { expect, test } from 'vitest'
import { email, en, facebook, messenger, sms, whatsapp, renderShareBar } from 'aparte/share-bar'
import type { Page } from './drivers/engine.js'
import { onEveryEngine } from './onEveryEngine.js'
import { openBarSite, waitForBars, type BarPage } from './openBarSite.js'
import { readClipboard } from './readClipboard.js'
import { expectShares } from './shareSteps.js'
import { takeTokens } from './takeTokens.js'
import { waitFor } from './waitFor.js'

const rendered = (url: string): string =>
  renderShareBar({
    channels: [whatsapp, email, sms],
    more: [facebook, messenger],
    languages: [en],
    url,
    text: 'The harbour',
    note: true,
  })

/** The links of the first bar: channel, and address as written. */
const readLinks = (page: Page): Promise<(string | null)[][]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('share-bar a')].map((link) => [
      link.getAttribute('data-channel'),
      link.getAttribute('href'),
    ]),
  )

/** The accessible words of everything that can be pressed. */
const readWords = (page: Page): Promise<(string | null)[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('share-bar :is(a,button,summary)')].map(
      (item) => item.textContent,
    ),
  )

onEveryEngine(
  'the share bar of a page',
  (stage) => {
    const open = async (path: string, pages: (origin: string) => Record<string, BarPage>) => {
      const origin = await openBarSite(pages)
      const context = await stage.createContext()
      const page = await context.open(origin + path)
      return { origin, context, page }
    }
    const copyFrom = (page: Page, selector: string) =>
      readClipboard(stage.engine.display, () =>
        page.click(`${selector} [data-channel=copy-button]`),
      )

    test('keeps the nodes and addresses of server-rendered links, which work without it', async () => {
      // Remembers the nodes before any script of ours.
      const keep = `<script>addEventListener('readystatechange', () => {
        if (document.readyState === 'interactive') window.kept = [...document.querySelectorAll('share-bar, share-bar *')]
      }, true)</script>`
      const { origin, context, page } = await open('/a', (own) => ({
        '/a': { body: rendered(`${own}/story`), head: keep },
        '/plain': { body: rendered(`${own}/story`), bar: 'none' },
      }))
      await waitForBars(page)
      const links = await readLinks(page)
      expect(links.map(([channel]) => channel)).toEqual([
        'whatsapp',
        'email',
        'sms',
        'facebook',
        'messenger',
      ])
      const same = await page.evaluate(() => {
        const { kept } = window as unknown as { kept: Element[] }
        return kept.map((node) => node.isConnected && node.localName)
      })
      expect(same.length).toBeGreaterThan(20)
      expect(same).not.toContain(false)
      expect(
        await page.evaluate(() => {
          const { kept } = window as unknown as { kept: Element[] }
          const now = new Set(document.querySelectorAll('share-bar, share-bar *'))
          return kept.every((node) => now.has(node))
        }),
      ).toBe(true)
      // One "more" and one note, the server's.
      expect(await page.evaluate(() => document.querySelectorAll('details,small').length)).toBe(2)
      const plain = await context.open(`${origin}/plain`)
      expect(await readLinks(plain)).toEqual(links)
      expect(links[0]?.[1]).toContain(encodeURIComponent(`${origin}/story`))
    })

    test('passes on what the URL is now: by attribute, and after a route change', async () => {
      const { origin, page } = await open('/a', () => ({
        '/a': { body: '<share-bar id="here" channels="whatsapp"></share-bar>' },
      }))
      await waitForBars(page)
      const readUrl = (): Promise<string> =>
        page.evaluate(() => {
          const bar = document.querySelector('share-bar')
          bar?.dispatchEvent(new Event('focusin', { bubbles: true }))
          const text = bar?.querySelector('a')?.search.slice(6) ?? ''
          return decodeURIComponent(text)
        })
      expect(await readUrl()).toBe(`The harbour ${origin}/a`)
      await page.evaluate(() => history.pushState(null, '', '/b?x=1'))
      expect(await readUrl()).toBe(`The harbour ${origin}/b?x=1`)
      expect(String((await copyFrom(page, '#here')).get('UTF8_STRING'))).toBe(`${origin}/b?x=1`)
      await page.evaluate(() => {
        document.querySelector('share-bar')?.setAttribute('url', '/c')
        document.querySelector('share-bar')?.setAttribute('text', 'It’s (new)!')
      })
      expect(await readUrl()).toBe(`It’s (new)! ${origin}/c`)
      expect(String((await copyFrom(page, '#here')).get('UTF8_STRING'))).toBe(`${origin}/c`)
    })

    test('a server-rendered link passes on the URL of a later route, and not before', async () => {
      const { origin, page } = await open('/a', (own) => ({
        '/a': { body: rendered(`${own}/story`) },
      }))
      await waitForBars(page)
      const before = await readLinks(page)
      await page.evaluate(() => document.querySelector('share-bar')?.setAttribute('url', '/later'))
      const later = await readLinks(page)
      expect(later).not.toEqual(before)
      for (const [, href] of later) expect(href).toContain(encodeURIComponent(`${origin}/later`))
    })

    test('speaks the language of the page, and another one when that changes', async () => {
      const { page } = await open('/a', () => ({
        '/a': { body: '<share-bar></share-bar>', html: 'lang="fr-CA"' },
      }))
      await waitForBars(page)
      expect((await readWords(page))[0]).toBe('Copier le lien')
      const readBar = (): Promise<(string | null)[]> =>
        page.evaluate(() => {
          const bar = document.querySelector('share-bar')
          return ['aria-label', 'lang', 'dir'].map((name) => bar?.getAttribute(name) ?? null)
        })
      const change = async (lang: string, word: string): Promise<void> => {
        await page.evaluate((to) => document.documentElement.setAttribute('lang', to), lang)
        await waitFor(`the words in ${lang}`, async () => (await readWords(page))[0] === word)
      }
      expect(await readBar()).toEqual(['Partager', null, null])
      await change('ja', 'リンクをコピー')
      expect(await readBar()).toEqual(['共有', null, null])
      // No such words: English, which is said to be that.
      await change('nl', 'Copy link')
      expect(await readBar()).toEqual(['Share', 'en', 'ltr'])
      await change('pt-BR', 'Copiar link')
      expect((await readBar())[1]).toBe('pt-BR')
      await page.evaluate(() => document.querySelector('share-bar')?.setAttribute('lang', 'ar'))
      expect((await readWords(page))[0]).toBe('نسخ الرابط')
      expect(await readBar()).toEqual(['مشاركة', 'ar', 'rtl'])
    })

    test('takes other words, other channels, and other parts', async () => {
      const words =
        'data-copy-link="Take it" data-copied="Got it" data-share-on="Pass on by {name}"'
      const { page } = await open('/a', () => ({
        '/a': {
          body: `<share-bar ${words} channels="telegram  nobody whatsapp"></share-bar>`,
          bar: 'module',
        },
      }))
      await waitForBars(page)
      expect(await readWords(page)).toEqual([
        'Take it',
        'Pass on by Telegram (opens in a new window)',
        'Pass on by WhatsApp (opens in a new window)',
      ])
      await copyFrom(page, 'share-bar')
      expect(await page.evaluate(() => document.querySelector('[role=status]')?.textContent)).toBe(
        'Got it',
      )
      await page.evaluate(() => {
        const bar = document.querySelector('share-bar')
        const { en: words, whatsapp: channel } = window.aparteModule
        const board = {
          ...channel,
          channel: 'custom2' as const,
          name: 'Board',
          link: ({ url }: { url: string }) => `https://board.example/?u=${encodeURIComponent(url)}`,
        }
        bar?.removeAttribute('channels')
        Object.assign(bar ?? {}, { parts: { channels: [board], languages: [words] } })
        Reflect.get(bar ?? {}, 'update').call(bar)
      })
      expect(await readWords(page)).toEqual(['Take it', 'Pass on by Board (opens in a new window)'])
    })

    test('hands nothing hostile on as markup or as an address', async () => {
      const evil = `"'><script>barErrors.push('script')</script><img src=x onerror="barErrors.push('img')">`
      const escaped = evil
        .replaceAll('&', '&amp;')
        .replaceAll('"', '&quot;')
        .replaceAll('<', '&lt;')
      const all = [
        evil,
        'javascript:barErrors.push(1)',
        ' java\tscript:barErrors.push(2)',
        'data:text/html,<script>1</script>',
        'https://[',
      ]
      const { origin, page } = await open('/a', () => ({
        '/a': {
          body: `<share-bar url="${escaped}" text="${escaped}" app-id="${escaped}" more="facebook ${escaped}" channels="whatsapp messenger viber email ${escaped}" data-copied="${escaped}" data-share-on="${escaped}" note></share-bar>`,
          bar: 'module',
        },
      }))
      await waitForBars(page)
      for (const url of all) {
        const found = await page.evaluate((evilUrl) => {
          const bar = document.querySelector('share-bar')
          bar?.setAttribute('url', evilUrl)
          const { en: words, whatsapp: channel } = window.aparteModule
          // The worst that a site can write itself: the URL as the link.
          const naked = { ...channel, link: ({ url }: { url: string }) => url }
          Object.assign(bar ?? {}, { parts: { channels: [naked], languages: [words] } })
          Reflect.get(bar ?? {}, 'update').call(bar)
          const schemes = [...(bar?.querySelectorAll('a') ?? [])].map((link) => link.protocol)
          return { schemes, odd: bar?.querySelectorAll('img,script,[onerror]').length ?? -1 }
        }, url)
        expect(found.odd).toBe(0)
        expect(found.schemes.length).toBeGreaterThan(0)
        for (const scheme of found.schemes)
          expect(scheme).toMatch(/^(https?|mailto|viber|fb-messenger):$/)
      }
      expect(String((await copyFrom(page, 'share-bar')).get('UTF8_STRING'))).toBe(`${origin}/a`)
      expect(await page.evaluate(() => window.barErrors)).toEqual([])
    })

    test('survives being moved, removed and put back, twice on a page', async () => {
      const { origin, page } = await open('/a', () => ({
        '/a': {
          body: `<share-bar id="one" url="/one" channels="whatsapp"></share-bar><div id="to"></div>
            <share-bar id="two" url="/two" channels="telegram"></share-bar>`,
        },
      }))
      await waitForBars(page)
      const words = await readWords(page)
      await page.evaluate(() => {
        const bar = document.querySelector('#one')
        bar?.remove()
        bar?.setAttribute('url', '/moved')
        const root = document.querySelector('#to')?.attachShadow({ mode: 'open' })
        if (bar) root?.append(bar)
      })
      const styled = await page.evaluate(() => {
        const bar = document.querySelector('#to')?.shadowRoot?.querySelector('share-bar')
        return bar ? getComputedStyle(bar).display : ''
      })
      expect(styled).toBe('flex')
      await page.evaluate(() => {
        const bar = document.querySelector('#to')?.shadowRoot?.querySelector('share-bar')
        if (bar) document.querySelector('main')?.prepend(bar)
      })
      expect(await readWords(page)).toEqual(words)
      const inFrame = await page.evaluate(() => {
        const frame = document.createElement('iframe')
        const bar = document.querySelector('#one')
        document.body.append(frame)
        if (bar) frame.contentDocument?.body.append(bar)
        const display = bar && frame.contentWindow?.getComputedStyle(bar).display
        if (bar) document.querySelector('main')?.prepend(bar)
        frame.remove()
        return display
      })
      expect(inFrame).toBe('flex')
      expect(await readWords(page)).toEqual(words)
      for (const [id, path] of [
        ['#one', '/moved'],
        ['#two', '/two'],
      ])
        expect(String((await copyFrom(page, id ?? '')).get('UTF8_STRING'))).toBe(origin + path)
      expect(await page.evaluate(() => window.barErrors)).toEqual([])
    })

    test('works in an open shadow root, in the language around it, and is measured there', async () => {
      const { page } = await open('/a', () => ({
        '/a': {
          body: `<div lang="de"><div id="host"></div></div><script>
            document.querySelector('#host').attachShadow({ mode: 'open' }).innerHTML = '<share-bar channels="whatsapp"></share-bar>'
          </script>`,
          tracker: ` data-endpoint="${stage.collector.endpoint}"`,
        },
      }))
      const words = await waitFor('the bar', () =>
        page.evaluate(() => {
          const items =
            document.querySelector('#host')?.shadowRoot?.querySelectorAll('a,button') ?? []
          return items.length > 1 && [...items].map((item) => item.textContent)
        }),
      )
      expect(words).toEqual(['Link kopieren', 'Auf WhatsApp teilen (öffnet neues Fenster)'])
      const size = await page.evaluate(
        () => document.querySelector('#host')?.shadowRoot?.querySelector('button')?.offsetHeight,
      )
      expect(size).toBe(44)
      await waitFor('the tracker', () => page.evaluate(() => Symbol.for('aparte') in window))
      const clipboard = await readClipboard(stage.engine.display, () =>
        page.click('[data-channel=copy-button]'),
      )
      const tokens = [...new Set(takeTokens(clipboard).tokens)]
      expect(tokens).toHaveLength(1)
      stage.serve()
      await expectShares(stage, page, [
        { token: tokens[0], channel: 'copy-button', gesture: 'write' },
      ])
    })

    test('tags nothing in a part that the site wants left alone', async () => {
      const sheet = `<script>
        Navigator.prototype.share = async () => { throw new DOMException('', 'NotAllowedError') }
        matchMedia = () => ({ matches: true })
      </script>`
      const { origin, page } = await open('/a', () => ({
        '/a': {
          head: sheet,
          body: '<div data-aparte-ignore><share-bar channels="whatsapp"></share-bar></div>',
          tracker: ` data-endpoint="${stage.collector.endpoint}"`,
        },
      }))
      await waitForBars(page)
      await waitFor('the tracker', () => page.evaluate(() => Symbol.for('aparte') in window))
      const clipboard = await copyFrom(page, 'share-bar')
      expect(String(clipboard.get('UTF8_STRING'))).toBe(`${origin}/a`)
      // A sheet that fails: the field shows the link, because nothing tells a later copy where it comes from.
      await page.click('share-bar [data-channel=native]')
      const field = await waitFor('the field', () =>
        page.evaluate(
          () => document.querySelector<HTMLInputElement>('share-bar input')?.value ?? false,
        ),
      )
      expect(field).toBe(`${origin}/a`)
      stage.serve()
      await expectShares(stage, page, [])
    })

    test('leaves links alone where the site wants that, also in a shadow root', async () => {
      const { page } = await open('/a', () => ({
        '/a': {
          bar: 'module',
          body: `<p><span id="tagged"></span></p><p data-aparte-ignore><span id="alone"></span></p><script>
            for (const host of document.querySelectorAll('p span'))
              host.attachShadow({ mode: 'open' }).innerHTML = '<share-bar id="in-' + host.id + '" channels="whatsapp"></share-bar>'
            followed = []
            addEventListener('click', (event) => {
              followed.push(event.composedPath().find((each) => each.href)?.href)
              // Not counted then, and not followed.
              event.preventDefault()
            })
          </script>`,
        },
      }))
      await waitFor('the bars', () =>
        page.evaluate(() => {
          const roots = [...document.querySelectorAll('p span')].map(({ shadowRoot }) => shadowRoot)
          return roots.every((root) => root?.querySelector('a[href]'))
        }),
      )
      await page.evaluate((endpoint) => {
        window.aparteModule.createTracker({ endpoint, gestures: [] })
      }, stage.collector.endpoint)
      for (const name of ['tagged', 'alone'])
        await page.click(`#in-${name} [data-channel=whatsapp]`)
      const followed = await page.evaluate(() => Reflect.get(window, 'followed') as string[])
      expect(followed.map((href) => href.includes('dks'))).toEqual([true, false])
      stage.serve()
      await expectShares(stage, page, [])
    })
  },
  { isLong: true },
)
