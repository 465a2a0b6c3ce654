/** Pages with a share bar, written by the test, on a site of their own; and what tests of the bar do with them. */
import type * as core from 'aparte'
import type * as bar from 'aparte/share-bar'
import { onTestFinished } from 'vitest'
import type { Page } from './drivers/engine.js'
import { openSecureSite } from './openSecureSite.js'
import { waitFor } from './waitFor.js'

declare global {
  interface Window {
    /** Errors that reached the page, also from promises. */
    barErrors: string[]
    /** What the module of the page offers (`bundles/share-bar.js`). */
    aparteModule: typeof core & typeof bar
  }
}

/** What stands on a page. */
export interface BarPage {
  /** The bars and all else. */
  body: string
  /** How the bar gets there: by its script tag, by that once a tracker runs, by an import, or not at all. Default: `tag`. */
  bar?: 'tag' | 'late' | 'module' | 'none'
  /** Attributes of the tracker's script tag; no tag without. */
  tracker?: string
  /** Goes in front of every script. */
  head?: string
  /** Attributes of `<html>`. Default: `lang="en"`. */
  html?: string
  headers?: Record<string, string>
  /** Attribute of every script, such as ` nonce="n1"`. */
  nonce?: string
}

const SCRIPTS = {
  tag: '<script async src="/aparte.share-bar.min.js"></script>',
  late: `<script>(function wait() {
    if (!(Symbol.for('aparte') in window)) return requestAnimationFrame(wait)
    document.head.append(Object.assign(document.createElement('script'), { src: '/aparte.share-bar.min.js' }))
  })()</script>`,
  module: '<script src="/bundles/share-bar.js" defer></script>',
  none: '',
}

/** Writes a page as a site does. */
function write({ body, bar = 'tag', tracker, head = '', html = 'lang="en"', nonce = '' }: BarPage) {
  const tag = tracker === undefined ? '' : `<script async src="/aparte.min.js"${tracker}></script>`
  const watch = `<script>window.barErrors = []
    addEventListener('error', ({ message }) => barErrors.push(message))
    addEventListener('unhandledrejection', ({ reason }) => barErrors.push(String(reason)))</script>`
  const scripts = `${watch}${head}${tag}${SCRIPTS[bar]}`.replaceAll('<script', `<script${nonce}`)
  return `<!doctype html><html ${html}><head><meta charset="utf-8"><title>The harbour</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">${scripts}</head>
<body><main><h1 id="start">The harbour</h1>${body}</main></body></html>`
}

/** Starts a site with these pages, by their paths; it is closed when the test is over. Gives its origin. */
export async function openBarSite(
  pages: (origin: string) => Record<string, BarPage>,
): Promise<string> {
  const site = await openSecureSite((origin) =>
    Object.fromEntries(
      Object.entries(pages(origin)).map(([path, page]) => [
        path,
        { html: write(page), ...(page.headers && { headers: page.headers }) },
      ]),
    ),
  )
  onTestFinished(site.close)
  return site.url
}

/** Waits until every bar of a page has its copy button. */
export async function waitForBars(page: Page): Promise<void> {
  await waitFor('the bars', () =>
    page.evaluate(() => {
      const bars = [...document.querySelectorAll('share-bar')]
      return bars.every((bar) => bar.querySelector('[data-channel=copy-button]'))
    }),
  )
}

/** What the live region of the first bar says, once it says something. */
export function waitForStatus(page: Page): Promise<string> {
  return waitFor('the bar to say something', () =>
    page.evaluate(() => document.querySelector('share-bar [role=status]')?.textContent || false),
  )
}
