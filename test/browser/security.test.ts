/** Pages that allow little, and markup that wants to be taken for ours: the built files under strict policies. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { expect, onTestFinished, test } from 'vitest'
import { mintToken } from '../../src/token/mintToken.js'
import { copySelection } from './copySelection.js'
import type { Page } from './drivers/engine.js'
import { onEveryEngine, type Stage } from './onEveryEngine.js'
import { openSecureSite, type SecurePage } from './openSecureSite.js'
import { takeTokens } from './takeTokens.js'
import { waitFor } from './waitFor.js'

declare global {
  interface Window {
    /** What the policy refused. */
    violations: string[]
    /** Set by markup that got into a page. */
    hacked?: boolean
    said: string[]
  }
}

const DIST = new URL('../../dist/', import.meta.url)
const WATCH = `window.violations = []
addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
  violations.push(effectiveDirective + ' ' + blockedURI))
window.said = []
console.warn = (...words) => said.push(words.join(' '))
window.watch = { selection: getSelection() }`

const BODY = `<h1 id="start">The harbour</h1>
<p id="copied">The council voted, as <a href="/story">our reporter</a> had expected in the morning.</p>
<p><a id="wa" href="https://wa.me/?text=HREF" target="_blank">WhatsApp</a></p>`

interface Parts {
  head?: string
  body?: string
  nonce?: string
  /** Attributes of the script tag. */
  tag?: string
}

const write = (origin: string, { head = '', body = '', nonce = '', tag = '' }: Parts): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The harbour</title>
<link rel="icon" href="data:,"><script${nonce}>${WATCH}</script>${head}
<script${nonce} src="/aparte.min.js"${tag}></script></head>
<body>${body}${BODY.replace('HREF', encodeURIComponent(`${origin}/story`))}</body></html>`

const integrityOf = async (name: string): Promise<string> =>
  `sha384-${createHash('sha384')
    .update(new Uint8Array(await readFile(new URL(name, DIST))))
    .digest('base64')}`

const readViolations = (page: Page): Promise<string[]> => page.evaluate(() => window.violations)

onEveryEngine(
  'under a strict policy',
  (stage) => {
    const openSite = async (pages: (origin: string) => Record<string, SecurePage>) => {
      const site = await openSecureSite(pages)
      onTestFinished(site.close)
      return site
    }
    const endpoint = (): string => stage.collector.endpoint
    const tagOf = (more = ''): string => ` data-endpoint="${endpoint()}"${more}`
    /** Copies, expects one token and its share in the store. */
    const expectShare = async ({ engine, collector }: Stage, page: Page): Promise<void> => {
      const { tokens } = takeTokens(await copySelection(engine, page, '#copied'))
      expect(tokens).toHaveLength(1)
      await collector.waitForEvents('share', 1)
      await collector.waitForEvents('view', 1)
    }

    test('a nonce, one connection and Trusted Types are enough, for the optional parts too', async () => {
      const policy = `default-src 'none'; img-src data:; script-src 'nonce-n1'; connect-src ${endpoint()}; base-uri 'none';
        form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'`
      const site = await openSite((origin) => ({
        '/a': {
          headers: { 'content-security-policy': policy.replaceAll(/\s+/g, ' ') },
          html: write(origin, {
            nonce: ' nonce="n1"',
            tag: tagOf(),
            head: ['attribution', 'address-bar']
              .map(
                (name) =>
                  `<script nonce="n1" src="/aparte.${name}.min.js" data-min-words="3"></script>`,
              )
              .join(''),
          }),
        },
      }))
      const page = await (await stage.createContext()).open(`${site.url}/a`)
      const clipboard = await copySelection(stage.engine, page, '#copied')
      expect(takeTokens(clipboard).tokens.length).toBeGreaterThan(0)
      expect(String(clipboard.get('UTF8_STRING'))).toMatch(/\nRead more: http/)
      await stage.collector.waitForEvents('view', 1)
      expect(await readViolations(page)).toEqual([])
    })

    test('the file passes the check of its integrity, and a changed one does not run', async () => {
      const integrity = await integrityOf('aparte.min.js')
      const wrong = await integrityOf('aparte.attribution.min.js')
      const site = await openSite((origin) => ({
        '/right': { html: write(origin, { tag: tagOf(` integrity="${integrity}"`) }) },
        '/wrong': { html: write(origin, { tag: tagOf(` integrity="${wrong}"`) }) },
      }))
      const context = await stage.createContext()
      const changed = await context.open(`${site.url}/wrong`)
      expect(await changed.evaluate(() => typeof window.aparte)).toBe('undefined')
      await expectShare(stage, await context.open(`${site.url}/right`))
    })

    test('a sandboxed frame without an origin counts, stores nothing, and hears no error', async () => {
      const site = await openSite((origin) => ({
        '/a': {
          headers: { 'content-security-policy': 'sandbox allow-scripts' },
          html: write(origin, {
            head: '<script>window.failed = []; onerror = (text) => failed.push(text)</script>',
            tag: tagOf(' data-consent="granted"'),
          }),
        },
      }))
      const page = await (await stage.createContext()).open(`${site.url}/a`)
      await expectShare(stage, page)
      expect(await page.evaluate(() => Reflect.get(window, 'failed') as string[])).toEqual([])
    })

    test('markup cannot stand in for the script tag, nor for the queue', async () => {
      const evil = '<form name="currentScript" data-endpoint="/evil"></form>'
      const queue = '<form id="aparte"><input name="push"></form>'
      // Markup in the head ends it; what counts is that it stands before the script.
      const site = await openSite((origin) => ({
        '/script': { html: write(origin, { head: evil, tag: tagOf() }) },
        '/queue': {
          html: write(origin, {
            head: queue,
            tag: tagOf(),
            body: '<script>onload = () => window.aparte.push((tracker) => tracker.convert("goal"))</script>',
          }),
        },
      }))
      const context = await stage.createContext()
      const clobbered = await context.open(`${site.url}/script`)
      expect(await clobbered.evaluate(() => window.said.join())).toContain('option endpoint')
      await context.open(`${site.url}/queue`)
      await stage.collector.waitForEvents('convert', 1)
      // The only page that ran; it counts its view when it is idle.
      await stage.collector.waitForEvents('view', 1)
    })

    test('a polluted prototype and a __proto__ in the queue choose no endpoint', async () => {
      const pollute = `<script>Object.prototype.endpoint = '/evil'; Object.prototype.param = 'evil'</script>`
      const named = `<script>window.aparte = [JSON.parse('{"__proto__":{"endpoint":"/evil"}}')]</script>`
      const site = await openSite((origin) => ({
        '/polluted': { html: write(origin, { head: pollute }) },
        '/given': { html: write(origin, { head: pollute, tag: tagOf() }) },
        '/named': { html: write(origin, { head: named, tag: tagOf() }) },
      }))
      const context = await stage.createContext()
      const polluted = await context.open(`${site.url}/polluted`)
      expect(await polluted.evaluate(() => window.said.join())).toContain('option endpoint')
      const refused = await context.open(`${site.url}/named`)
      expect(await refused.evaluate(() => window.said.join())).toContain('option __proto__')
      await expectShare(stage, await context.open(`${site.url}/given`))
    })

    test('a hostile landing URL becomes an address, and never markup', async () => {
      const { engine, collector } = stage
      const site = await openSite((origin) => {
        const html = write(origin, {
          tag: tagOf(' data-query-allow="q"'),
          head: '<script src="/aparte.attribution.min.js" data-min-words="3"></script>',
        })
        return { '/a': { html } }
      })
      const evil = `"'><img src=x onerror=window.hacked=1>`
      const token = mintToken('x', 1)
      const page = await (
        await stage.createContext()
      ).open(`${site.url}/a?q=${evil}&__proto__[q]=1&dks=${token}#${evil}`)
      await collector.waitForEvents('landing', 1)
      await waitFor('the clean address', () =>
        page.evaluate((own) => !location.search.includes(own), token),
      )
      const clipboard = await copySelection(engine, page, '#copied')
      // As a page would that takes what is pasted for markup.
      const found = await page.evaluate(
        (html) => {
          const { body } = new DOMParser().parseFromString(html, 'text/html')
          return [...body.querySelectorAll('img, [onerror]')].map(({ outerHTML }) => outerHTML)
        },
        String(clipboard.get('text/html')),
      )
      expect(found).toEqual([])
      const marks = await page.evaluate(() => [window.hacked === true, document.images.length])
      expect(marks).toEqual([false, 0])
      const [landing] = await collector.read('landing')
      expect(landing).toMatchObject({ token, page: expect.not.stringMatching(/[<>"]/) })
    })
  },
  { isLong: true },
)
