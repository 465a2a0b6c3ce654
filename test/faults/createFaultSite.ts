/** The site of the fault suite: one plain page with the built script, and with one trouble where its query names it. */
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { Tracker } from '../../src/surface.js'
import { listenLocally } from '../listenLocally.js'

declare global {
  interface Window {
    tracker: Tracker
    /** Whether the page is the same one as before, because it came back from the back/forward cache. */
    isKept?: boolean
    /** When the page has made its requests, in milliseconds. */
    requests?: number[]
  }
}

/** What can be wrong with a page. */
export type Trouble =
  /** No script but ours, no other connection, and no text that becomes code. */
  | 'csp'
  /** The browser refuses storage: the page has an origin of its own. */
  | 'denied'
  /** Storage is full. */
  | 'full'
  /** `fetch` throws. */
  | 'patched'
  /** None, but requests are counted. */
  | 'counted'
  /** Another script has 60 kB of keepalive under way. */
  | 'held'

/** A running site. */
export interface FaultSite {
  /** Such as `http://127.0.0.1:40123`. */
  url: string
  /** Attributes of the script tag from now on. */
  setScript: (attributes: Record<string, string>) => void
  close: () => Promise<void>
}

const SCRIPT = new URL('../../dist/aparte.min.js', import.meta.url)

const TROUBLES: Record<Trouble, (collector: string) => string> = {
  csp: () => '',
  denied: () => '',
  full: () => `
    for (let size = 1e6, n = 0; size >= 1; )
      try { localStorage.setItem('site' + n++, 'x'.repeat(size)) } catch { size = Math.floor(size / 2) }`,
  patched: () => `
    window.fetch = () => { throw new TypeError('patched') }`,
  // In a block: a constant of the page's own scope would be what the tracker takes for `fetch`.
  counted: () => `{
    const { fetch } = window
    window.requests = []
    window.fetch = (...given) => (window.requests.push(performance.now()), fetch(...given)) }`,
  held: (collector) => `
    fetch('${collector}/hold', { method: 'POST', body: 'x'.repeat(60000), keepalive: true }).catch(() => {})`,
}

const headersOf = (trouble: string, collector: string): Record<string, string> => {
  if (trouble === 'denied')
    return { 'content-security-policy': 'sandbox allow-scripts allow-top-navigation' }
  if (trouble !== 'csp') return {}
  const script = "script-src 'self' 'nonce-ours'"
  const types = "require-trusted-types-for 'script'; trusted-types 'none'"
  return {
    'content-security-policy': `default-src 'none'; ${script}; connect-src ${collector}; ${types}`,
  }
}

/** Starts the site. `/any/path?denied` is the page with that trouble; `collector` is where pages send to. */
export async function createFaultSite(collector: string): Promise<FaultSite> {
  const script = await readFile(SCRIPT, 'utf8')
  let attributes = ''
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://127.0.0.1')
    // Not `no-store`, which would keep pages out of the back/forward cache.
    response.setHeader('cache-control', 'no-cache')
    if (pathname.endsWith('.js')) {
      response.setHeader('content-type', 'text/javascript').end(script)
      return
    }
    const trouble = search.slice(1)
    const setUp = TROUBLES[trouble as Trouble]?.(collector) ?? '' // undefined for none
    for (const [name, value] of Object.entries(headersOf(trouble, collector)))
      response.setHeader(name, value)
    response.setHeader('content-type', 'text/html; charset=utf-8').end(`<!doctype html>
<html lang="en">
<meta charset="utf-8" />
<title>A page</title>
<link rel="icon" href="data:," />
<script nonce="ours">${setUp}
  ;(window.aparte = window.aparte || []).push((tracker) => { window.tracker = tracker })</script>
<script async src="/aparte.min.js"${attributes}></script>
<h1>A page</h1>
<a href="/next">Next</a>
</html>`)
  })
  const { url, close } = await listenLocally(server)
  return {
    url,
    setScript: (given) => {
      attributes = Object.entries(given)
        .map(([name, value]) => ` ${name}="${value}"`)
        .join('')
    },
    close,
  }
}
