/** The samples of the README for React, Vue and Svelte, under a policy that allows neither inline code nor HTML from text. */
import { expect, onTestFinished, test } from 'vitest'
import {
  bundlePage,
  FRAMEWORKS,
  renderSample,
  type Framework,
} from '../integration/frameworkSamples.js'
import type { Page } from './drivers/engine.js'
import { onEveryEngine, type Stage } from './onEveryEngine.js'
import { openSecureSite } from './openSecureSite.js'
import { waitFor } from './waitFor.js'

const TOKEN = 'jhhe3xhz4gn2s'
const WATCH = `window.said = []
addEventListener('securitypolicyviolation', ({ effectiveDirective, sample }) => said.push(effectiveDirective + ' ' + sample))
addEventListener('error', ({ message }) => said.push(message))
console.warn = console.error = (...words) => said.push(words.join(' '))`

/** What a browser with Trusted Types says of the HTML of a bar. */
const REFUSED = 'require-trusted-types-for Element innerHTML|<share-bar'

/** Opens the page of a sample, which a reader comes to by a link with a token. */
async function open(stage: Stage, framework: Framework, side: 'hydrate' | 'mount'): Promise<Page> {
  const { endpoint } = stage.collector
  // Vue and Svelte have a policy of their own for their templates.
  const policy = `default-src 'none'; script-src 'nonce-n1'; connect-src ${endpoint}; img-src data:; base-uri 'none';
    require-trusted-types-for 'script'; trusted-types vue svelte-trusted-html`
  let html = ''
  const headers = { 'content-security-policy': policy.replaceAll(/\s+/g, ' ') }
  const site = await openSecureSite(() => ({ '/a': { html, headers } }))
  onTestFinished(site.close)
  const props = { url: `${site.url}/a`, title: 'The last crossing' }
  const [served, script] = await Promise.all([
    side === 'hydrate' ? renderSample(framework, props) : '',
    bundlePage(framework, side, props),
  ])
  html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The harbour</title>
    <link rel="icon" href="data:,"><script nonce="n1">${WATCH}</script></head>
    <body><div id="place">${served}</div>
    <script nonce="n1">${script.replaceAll("'/collect'", `'${endpoint}'`).replaceAll('"/collect"', `"${endpoint}"`).replaceAll('</script', '<\\/script')}</script></body></html>`
  return (await stage.createContext()).open(`${site.url}/a?dks=${TOKEN}`)
}

onEveryEngine(
  'the adapters',
  (stage) => {
    const all = Object.entries(FRAMEWORKS).flatMap(([name, framework]) =>
      (['hydrate', 'mount'] as const).map((side) => [name, side, framework] as const),
    )

    test.each(all)(
      '%s greets the reader, copies a link and shows a bar: %s',
      async (name, side, framework) => {
        // Svelte tries, and does without.
        const isRefused = name === 'svelte' && side === 'mount'
        const page = await open(stage, framework, side)
        await waitFor('the greeting', () =>
          page.evaluate(
            () => document.querySelector('p')?.textContent?.includes('passed this') === true,
          ),
        )
        const shown = await waitFor('the bar', () =>
          page.evaluate(() => {
            const items = [...document.querySelectorAll<HTMLElement>('share-bar > [data-channel]')]
            const names = items.map((item) => item.dataset['channel'])
            return names.includes('copy-button') && names.includes('whatsapp') && names
          }),
        )
        expect(shown).toEqual(['copy-button', 'whatsapp', 'email'])
        await page.click('button')
        await stage.collector.waitForEvents('share', 1)
        await page.click('share-bar [data-channel=copy-button]')
        const shares = await stage.collector.waitForEvents('share', 2)
        const landings = await stage.collector.waitForEvents('landing', 1)
        expect(landings).toMatchObject([{ token: TOKEN }])
        const expected = { channel: 'copy-button', parent: TOKEN, depth: 2 }
        expect(shares).toMatchObject([expected, expected])
        const said = await page.evaluate((): string[] => Reflect.get(window, 'said'))
        expect(said.filter((words) => !(isRefused && words.startsWith(REFUSED)))).toEqual([])
      },
    )
  },
  { isLong: true },
)
