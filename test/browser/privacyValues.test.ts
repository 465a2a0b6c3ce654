/**
 * Everything that leaves a page, in every mode, of every event type, over two visits to one site and one to another: none of the
 * reader's secrets, and no value by which a reader could be known again. Prints it as the table of `docs/what-leaves.md`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { CONSENT_MODES, type ConsentMode } from '../../src/consent/gate.js'
import '../../src/window.js'
import { mintToken } from '../../src/token/mintToken.js'
import { readToken } from '../../src/token/readToken.js'
import { copySelection } from './copySelection.js'
import type { Context, Page } from './drivers/engine.js'
import { onEveryEngine, type Stage } from './onEveryEngine.js'
import { openRelay, type Relay } from './openRelay.js'
import { openSecureSite } from './openSecureSite.js'
import { takeTokens } from './takeTokens.js'
import { waitFor } from './waitFor.js'
import { readLeaving, writeLeaving, type Leaving } from './whatLeaves.js'

const DOCUMENTS = {
  en: new URL('../../docs/what-leaves.md', import.meta.url),
  fr: new URL('../../docs/fr/ce-qui-part.md', import.meta.url),
}
const MARK = '<!-- leaving -->'

/** Stand where a page has what nobody else should hear of: each is looked for in everything that leaves. */
const SECRETS = {
  text: 'copiedsecret',
  title: 'titlesecret',
  query: 'querysecret',
  linkQuery: 'linksecret',
  fragment: 'fragmentsecret',
  click: 'clicksecret',
  mail: 'mailsecret',
  referrer: 'referrersecret',
  cookie: 'cookiesecret',
  typed: 'typedsecret',
  stored: 'storedsecret',
}

/** Words that may be alike in any two visits, by field; what else is alike has to come from the page's address. */
const KNOWN: Record<string, RegExp> = {
  v: /^1$/,
  type: /^[a-z_]+$/,
  mode: /^(granted|exempt|cookieless)$/,
  channel: /^[a-z0-9-]+$/,
  kind: /^(private|blind|public|later|other)$/,
  gesture: /^[a-z]+$/,
  navigation: /^[a-z_]+$/,
  arrival: /^(landing|view)$/,
  evidence: /^(input|time)$/,
  why: /^full$/,
  app: /^$/,
  click: /^gclid$/,
  campaign: /^newsletter$/,
  // What the page itself says.
  name: /^(goal|flood|LCP)$/,
  value: /^(12|1200)$/,
  currency: /^EUR$/,
  key: /^order-1$/,
  rating: /^good$/,
  data: /^\{"a":1\}$/,
}

const IDS = new Set(['id', 'load', 'token', 'parent'])
const TIMES = new Set(['at', 'sentAt'])

const writePage = (
  head: string,
): string => `<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>${SECRETS.title}</title><link rel="icon" href="data:,"><script>
document.cookie = 'login=${SECRETS.cookie}; path=/'
try { localStorage.setItem('site', '${SECRETS.stored}') } catch {}
window.watch = { selection: getSelection() }</script>${head}</head><body><h1 id="start">News</h1>
<p id="copied">All of the ${SECRETS.text} stands <a href="/minutes?q=${SECRETS.linkQuery}&page=3">in the minutes</a>.</p>
<input id="field"></body></html>`

/** Does everything on a page that makes an event; returns the tokens that were handed out. */
async function useAll({ engine }: Stage, page: Page, isSending: boolean): Promise<string[]> {
  const { tokens } = takeTokens(await copySelection(engine, page, '#copied'))
  await page.click('#field')
  for (const letter of SECRETS.typed) await page.press(letter)
  const shared = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        window.aparte?.push((tracker, host) => {
          tracker.convert('goal', { value: 12, currency: 'EUR', key: 'order-1' })
          host?.track({ type: 'vital', name: 'LCP', value: 1200, rating: 'good' })
          host?.track({ type: 'x_note', data: { a: 1 } })
          resolve(tracker.share('whatsapp'))
          // More than may wait: some are given up, and that is told.
          for (let n = 0; n < 220; n++) tracker.convert('flood')
        })
      }),
  )
  const found = [...tokens, ...(/dks=(\w+)/.exec(shared)?.slice(1) ?? [])]
  expect(found.length > 1).toBe(isSending)
  return [...new Set(found)]
}

const flush = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await new Promise<void>((resolve) => {
      window.aparte?.push((tracker) => void tracker.flush().then(resolve))
    })
  })

interface Visit {
  context: Context
  relay: Relay
  /** Where the reader comes from, with a link to the site. */
  outside: string
  mode: ConsentMode
}

const typesIn = (relay: Relay): Set<string> =>
  new Set(readLeaving(relay.bodies, '').map(({ type }) => type))

/** A visit by a link from elsewhere, and a page more without a token. */
async function visitSite(
  stage: Stage,
  { context, relay, outside, mode }: Visit,
): Promise<string[]> {
  const isSending = mode !== 'denied' && mode !== 'pending'
  const page = await context.open(outside)
  await page.click('#go')
  await waitFor('the site', () =>
    page
      .evaluate(() => location.pathname === '/a/b' && document.readyState === 'complete')
      .catch(() => false),
  )
  const tokens = await useAll(stage, page, isSending)
  await flush(page)
  const query = `page=2&q=${SECRETS.query}&utm_source=newsletter&gclid=${SECRETS.click}`
  const url = await page.evaluate((search) => `${location.origin}/a/b?${search}`, query)
  // In a tab of its own, as from a newsletter.
  const other = await context.open(url)
  if (isSending) {
    const wanted = [
      'batch',
      'share',
      'landing',
      'view',
      'engage',
      'convert',
      'vital',
      'lost',
      'x_…',
    ]
    await waitFor(`${wanted.join()}, and not only ${[...typesIn(relay)].join()}`, async () => {
      const seen = typesIn(relay)
      return wanted.every((type) => seen.has(type))
    })
  }
  await page.close()
  await other.close()
  return tokens
}

/** Demands that nothing secret is in what left, and that nothing tells the reader again. */
function judge(all: readonly Leaving[], relay: Relay): void {
  const sent = relay.bodies.join('\n')
  for (const [what, secret] of Object.entries(SECRETS))
    expect(sent.toLowerCase().includes(secret), `${what} left the page`).toBe(false)
  for (const headers of relay.headers) {
    expect(headers.cookie).toBeUndefined()
    expect([undefined, '/']).toContain(headers.referer && new URL(headers.referer).pathname)
  }
  for (const { field, value, visit } of all) {
    if (TIMES.has(field) || typeof value === 'boolean') continue
    const others = all.filter((one) => one.visit !== visit && one.value === value)
    if (IDS.has(field)) expect(others, `${field} is alike in two visits`).toEqual([])
    else if (field === 'site' || field === 'page' || field === 'target') {
      expect(String(value)).not.toMatch(/\b(?:q|gclid|utm_\w+|dks)=/)
    } else if (field === 'referrerHost') expect(value).toMatch(/^localhost(:\d+)?$/)
    else if (typeof value === 'number' && !(field in KNOWN)) continue
    else {
      const text = typeof value === 'string' ? value : JSON.stringify(value)
      expect(text, field).toMatch(KNOWN[field] ?? /^never$/)
    }
  }
}

const leaving: Leaving[] = []

onEveryEngine(
  'what leaves a page',
  (stage) => {
    test.each(CONSENT_MODES)('in mode %s is no secret, and tells no reader again', async (mode) => {
      const relay = await openRelay(stage.collector.endpoint)
      onTestFinished(relay.close)
      const writeIn = (consent: ConsentMode): string =>
        writePage(
          `<script src="/aparte.min.js" data-endpoint="${relay.endpoint}" data-consent="${consent}" data-query-allow="page"></script>`,
        )
      const html = writeIn(mode)
      const sites = [
        await openSecureSite(() => ({
          '/a/b': { html },
          '/last': { html: writeIn('cookieless') },
        })),
        await openSecureSite(() => ({ '/a/b': { html } })),
      ]
      let to = ''
      const outside = await openSecureSite(() => ({
        '/from': {
          html: `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><a id="go" href="${to}" referrerpolicy="unsafe-url">Go</a>`,
        },
      }))
      for (const { close } of [...sites, outside]) onTestFinished(close)
      const context = await stage.createContext()
      const all: Leaving[] = []
      const minted: string[] = []
      // Twice to the first site, once to the second.
      for (const [at, site] of [sites[0], sites[0], sites[1]].entries()) {
        const before = relay.bodies.length
        const query = `page=2&q=${SECRETS.query}&mail=${SECRETS.mail}@example.org&gclid=${SECRETS.click}`
        to = `${site?.url ?? ''}/a/b?${query.replaceAll('&', '&amp;')}&amp;dks=${mintToken('x', 1)}#${SECRETS.fragment}`
        const from = `${outside.url.replace('127.0.0.1', 'localhost')}/from?${SECRETS.referrer}`
        minted.push(...(await visitSite(stage, { context, relay, outside: from, mode })))
        all.push(...readLeaving(relay.bodies.slice(before), `visit ${at}`))
      }
      judge(all, relay)
      if (mode === 'denied' || mode === 'pending') {
        // The same browser, allowed: its request comes last, and it is the only one.
        const last = `${sites[0]?.url ?? ''}/last`
        await (await context.open(last)).close()
        await waitFor('a request', async () => relay.bodies.length > 0)
        const sent = readLeaving(relay.bodies, 'last').filter(({ field }) => field === 'page')
        expect(new Set(sent.map(({ value }) => value))).toEqual(new Set([last]))
      } else leaving.push(...all)
      // Of a token nothing can be read but channel and depth; the rest of two tokens of one channel is not alike.
      expect(minted.every((token) => readToken(token) !== undefined)).toBe(true)
      const random = minted.map((token) => token.slice(2, 11))
      expect(new Set(random).size).toBe(random.length)
    })
  },
  { isLong: true },
)

afterAll(() => {
  if (leaving.length === 0) return
  console.log(`\n${writeLeaving(leaving, CONSENT_MODES, 'en')}`)
  if (!process.env['APARTE_LEAVING']) return
  for (const language of ['en', 'fr'] as const) {
    const file = DOCUMENTS[language]
    const table = writeLeaving(leaving, CONSENT_MODES, language)
    const [head = '', , tail = ''] = readFileSync(file, 'utf8').split(`${MARK}\n`)
    writeFileSync(file, `${head}${MARK}\n\n${table}\n\n${MARK}\n${tail}`)
  }
})
