/** The entry `aparte/copy`, bundled as a site would, on a page that keeps its own count of shares. */
import { beforeAll, expect, test } from 'vitest'
import { createSite } from '../../examples/copy/createSite.js'
import { bundle } from '../../scripts/sizes/bundle.mjs'
import type { CopiedShare, OnCopyOptions, Stop } from '../../src/copy.js'
import { readToken } from '../../src/token/readToken.js'
import { copy, copySelection } from './copySelection.js'
import type { Page } from './drivers/engine.js'
import { onEveryEngine } from './onEveryEngine.js'
import { takeTokens } from './takeTokens.js'
import { waitFor } from './waitFor.js'

declare global {
  interface Window {
    /** The bundled entry. */
    onCopy: (options: OnCopyOptions) => Stop
    /** What the listeners of the page have heard, by the name that the test gave them. */
    heard: { name: string; share: CopiedShare }[]
    stops: Record<string, Stop>
    causes: string[]
    nativeCopy: Document['execCommand']
    /** The analytics of the example. */
    dataLayer: object[]
  }
}

let script: string
beforeAll(async () => {
  const bytes = await bundle("import { onCopy } from 'aparte/copy'; window.onCopy = onCopy")
  script = `(() => {${new TextDecoder().decode(bytes)}})()`
})

/** Starts a listener with a bundle of its own, as two scripts of a page would have. */
async function listen(
  page: Page,
  name: string,
  options: { param?: string; domains?: string[]; isBroken?: boolean } = {},
): Promise<void> {
  await page.evaluate(
    ({ code, label, isBroken, more }) => {
      // oxlint-disable-next-line typescript/unbound-method -- only compared
      window.nativeCopy ??= Document.prototype.execCommand
      window.heard ??= []
      window.stops ??= {}
      window.causes ??= []
      const element = document.createElement('script')
      element.textContent = code
      document.head.append(element)
      window.stops[label] = window.onCopy({
        ...more,
        onShare: (share) => {
          window.heard.push({ name: label, share })
          if (isBroken) throw new Error('the count is broken')
        },
        onError: (cause) => window.causes.push(String(cause)),
      })
    },
    {
      code: script,
      label: name,
      isBroken: options.isBroken ?? false,
      more: {
        ...(options.param !== undefined && { param: options.param }),
        ...(options.domains !== undefined && { domains: options.domains }),
      },
    },
  )
}

const stop = (page: Page, name: string): Promise<void> =>
  page.evaluate((label) => window.stops[label]?.(), name)

const readHeard = (page: Page): Promise<Window['heard']> => page.evaluate(() => window.heard)

/** Names every kind of storage that holds something. */
const readStored = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const found = {
      localStorage: localStorage.length,
      sessionStorage: sessionStorage.length,
      cookie: document.cookie.length,
      indexedDB: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
    }
    return Object.entries(found).flatMap(([name, count]) => (count > 0 ? [name] : []))
  })

onEveryEngine(
  'the copy listener alone',
  (stage) => {
    test('marks what is copied with the token of one share, and tells the page of it', async () => {
      const { engine, site } = stage
      const page = await (await stage.createContext()).open(`${site.url}/copy-alone`)
      const native = takeTokens(await copySelection(engine, page, '#copied'))
      expect(native.tokens).toEqual([])
      await listen(page, 'own')

      const { clean, tokens } = takeTokens(await copySelection(engine, page, '#copied'))
      expect(clean).toEqual(native.clean)
      expect(new Set(tokens).size).toBe(1)
      const [token = ''] = tokens
      expect(readToken(token)).toMatchObject({ channel: 'copy-text', depth: 0 })

      const alone = takeTokens(await copySelection(engine, page, '#alone')).tokens
      expect(new Set(alone).size).toBe(1)
      expect(alone[0]).not.toBe(token)
      expect(readToken(alone[0] ?? '')).toMatchObject({ channel: 'copy', depth: 0 })

      const urls = ['/minutes?y=2026', '/minutes?y=2025#top', '/minutes?alone=1']
      const heard = await readHeard(page)
      expect(heard.map(({ share }) => ({ ...share, urls: new Set(share.urls) }))).toEqual([
        {
          token,
          channel: 'copy-text',
          gesture: 'copy',
          urls: new Set(urls.map((url) => site.url + url)),
        },
        {
          token: alone[0],
          channel: 'copy',
          gesture: 'copy',
          urls: new Set([`${site.url}/minutes?alone=1`]),
        },
      ])
      // Each once.
      expect(heard.map(({ share }) => share.urls.length)).toEqual([3, 1])
      expect(await page.evaluate(() => window.watch.seen)).toBe(0)
    })

    test('leaves a copy without an own URL as it is, and tells nothing', async () => {
      const { engine, site } = stage
      const page = await (await stage.createContext()).open(`${site.url}/copy-alone`)
      const native = await copySelection(engine, page, '#prose')
      await listen(page, 'own')
      const before = await page.evaluate(() => window.watch.records)
      expect(await copySelection(engine, page, '#prose')).toEqual(native)
      expect(await page.evaluate(() => window.watch.records)).toBe(before)
      expect(await readHeard(page)).toEqual([])
      // One that does carry some comes last: the listener was there all the time.
      await copySelection(engine, page, '#alone')
      expect(await readHeard(page)).toHaveLength(1)
    })

    test('marks a field that holds one own URL', async () => {
      const { engine, site } = stage
      const page = await (await stage.createContext()).open(`${site.url}/copy-alone`)
      await listen(page, 'own')
      await page.click('#field')
      await page.press('Control+a')
      const clipboard = await copy(engine, page)
      const { tokens } = takeTokens(clipboard)
      const url = `${site.url}/minutes?field=1`
      expect(String(clipboard.get('UTF8_STRING'))).toBe(`${url}&dks=${tokens[0]}`)
      expect(await readHeard(page)).toEqual([
        {
          name: 'own',
          share: { token: tokens[0], channel: 'copy', gesture: 'field', urls: [url] },
        },
      ])
    })

    test('uses the parameter and the domains that the site names', async () => {
      const { engine, site } = stage
      const page = await (await stage.createContext()).open(`${site.url}/copy-alone`)
      await listen(page, 'own', { param: 'via', domains: ['partner.example'] })
      const text = String((await copySelection(engine, page, '#foreign')).get('UTF8_STRING'))
      const [{ share } = { share: undefined }] = await readHeard(page)
      expect(text.trim()).toBe(
        `It is told at https://partner.example/minutes?via=${share?.token} too.`,
      )
      expect(share?.urls).toEqual(['https://partner.example/minutes'])
    })

    test('stays on the clipboard where the page fails to count it', async () => {
      const { engine, site } = stage
      const page = await (await stage.createContext()).open(`${site.url}/copy-alone`)
      await listen(page, 'own', { isBroken: true })
      const { tokens } = takeTokens(await copySelection(engine, page, '#alone'))
      expect(new Set(tokens).size).toBe(1)
      expect(await page.evaluate(() => window.causes)).toEqual(['Error: the count is broken'])
      expect(await page.evaluate(() => window.watch.errors)).toEqual([])
    })

    test('ends with stop, which leaves the page as it was', async () => {
      const { engine, site } = stage
      const page = await (await stage.createContext()).open(`${site.url}/copy-alone`)
      const native = await copySelection(engine, page, '#copied')
      await listen(page, 'own')
      const isNative = (): Promise<boolean> =>
        page.evaluate(() => Document.prototype.execCommand === window.nativeCopy)
      expect(takeTokens(await copySelection(engine, page, '#copied')).tokens).not.toEqual([])
      expect(await isNative()).toBe(false)
      await stop(page, 'own')
      expect(await copySelection(engine, page, '#copied')).toEqual(native)
      expect(await isNative()).toBe(true)
      expect(await readHeard(page)).toHaveLength(1)
    })

    test('does nothing while another listener or a tracker runs for the same parameter', async () => {
      const { engine, site, collector } = stage
      const page = await (await stage.createContext()).open(`${site.url}/copy-alone`)
      const copyOnce = async (): Promise<string[]> =>
        takeTokens(await copySelection(engine, page, '#alone')).tokens
      const readNames = async (): Promise<string[]> =>
        (await readHeard(page)).map(({ name }) => name)
      await listen(page, 'first')
      await listen(page, 'second')
      expect(new Set(await copyOnce()).size).toBe(1)
      expect(await readNames()).toEqual(['first'])
      // The end of one that never ran is not the end of the other.
      await stop(page, 'second')
      expect(new Set(await copyOnce()).size).toBe(1)
      expect(await readNames()).toEqual(['first', 'first'])
      await stop(page, 'first')
      await listen(page, 'third')
      expect(new Set(await copyOnce()).size).toBe(1)
      expect(await readNames()).toEqual(['first', 'first', 'third'])

      stage.serve()
      await page.goto(`${site.url}/copy-alone`)
      await listen(page, 'beside')
      const [token] = await copyOnce()
      expect(await readHeard(page)).toEqual([])
      const [share] = await collector.waitForEvents('share', 1)
      expect(share).toMatchObject({ token })
    })

    test('stores nothing and sends nothing', async () => {
      const { engine, site } = stage
      const context = await stage.createContext()
      const page = await context.open(`${site.url}/copy-alone`)
      await listen(page, 'own')
      await copySelection(engine, page, '#copied')
      await copySelection(engine, page, '#alone')
      expect(await readHeard(page)).toHaveLength(2)
      expect(await readStored(page)).toEqual([])
      // Whatever the page had to send when it ends has arrived before what comes after it.
      await page.close()
      const other = await context.open(`${site.url}/article`)
      const ofThePage = site.requests.filter((request) => !request.endsWith('/favicon.ico'))
      expect(ofThePage).toEqual(['GET /copy-alone', 'GET /article'])

      // The check itself can fail: it sees each kind of storage once something is in it.
      await other.evaluate(async () => {
        localStorage.setItem('a', 'b')
        sessionStorage.setItem('a', 'b')
        document.cookie = 'a=b'
        await caches.open('a')
        await new Promise((resolve) => {
          indexedDB.open('a').addEventListener('success', resolve)
        })
      })
      expect(await readStored(other)).toHaveLength(5)
    })

    test('feeds the analytics of the example, and is known again when the link is opened', async () => {
      const { engine } = stage
      const example = await createSite()
      try {
        const page = await (await stage.createContext()).open(`${example.url}/`)
        // WebKit says that a page is loaded before its module scripts have run.
        await waitFor('the script of the page', () =>
          page.evaluate(() => window.dataLayer !== undefined),
        )
        await page.click('h1')
        await page.evaluate(() =>
          getSelection()?.selectAllChildren(document.querySelector('article') ?? document),
        )
        const { tokens } = takeTokens(await copy(engine, page))
        const [token] = tokens
        expect(new Set(tokens).size).toBe(1)
        await waitFor('the share to be shown as received', () =>
          page.evaluate(() => document.querySelector('#shares .received') !== null),
        )
        const share = { token, channel: 'copy-text', gesture: 'copy' }
        expect(example.shares).toMatchObject([share])
        expect(await page.evaluate(() => window.dataLayer)).toMatchObject([
          { event: 'share', ...share },
        ])
        await page.goto(`${example.url}/?dks=${token}#mill`)
        const arrivals = await waitFor('the arrival', () =>
          page.evaluate(() => window.dataLayer ?? false),
        )
        expect(arrivals).toEqual([{ event: 'arrival', token, channel: 'copy-text' }])
      } finally {
        await example.close()
      }
    })
  },
  { isLong: true },
)
