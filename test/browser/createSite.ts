/** A site to read: serves the pages and bundles of `test/fixtures` and the built script tag file over HTTP. */
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { listenLocally } from '../listenLocally.js'
import { readBundle } from './readBundle.js'

/** Attributes of the script element, such as `{ 'data-consent': 'granted' }`; undefined leaves the element out. */
export type ScriptAttributes = Record<string, string> | undefined

/** A running site. */
export interface Site {
  /** Such as `http://127.0.0.1:40123`. */
  url: string
  /**
   * From now on pages carry this script element, or none, and this markup before it; their addresses and all else stay
   * equal. The script is `async`, unless its attributes say `defer`.
   */
  serve: (script: ScriptAttributes, before?: string) => void
  /** Method and path of every request so far, such as `POST /collect`. */
  requests: string[]
  close: () => Promise<void>
}

const FIXTURES = new URL('../fixtures/', import.meta.url)
const DIST = new URL('../../dist/', import.meta.url)

function writeScript(attributes: ScriptAttributes): string {
  if (attributes === undefined) return ''
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`)
  const how = 'defer' in attributes ? '' : ' async'
  return `<script${how} src="/aparte.min.js"${written.join('')}></script>`
}

/**
 * Starts a site. `/article`, `/article/any/thing` and `/article?any=thing` show `test/fixtures/article.html`, in which
 * `{{script}}` becomes the script element, `{{watch}}` the content of `watch.js`, `{{origin}}` the address of the site and
 * `{{own}}` that of a story, encoded for a query. Script files are those of `dist`; `/bundles/name.js` is made from `test/fixtures/bundles/name.*`.
 */
export async function createSite(): Promise<Site> {
  let script: ScriptAttributes
  let markup = ''
  let origin = ''
  const requests: string[] = []
  const readPage = async (path: string): Promise<string> => {
    const name = /^\/([a-z-]+)(?:\/|$)/.exec(path)?.[1] ?? 'missing'
    const [html, watch] = await Promise.all([
      readFile(new URL(`${name}.html`, FIXTURES), 'utf8'),
      readFile(new URL('watch.js', FIXTURES), 'utf8'),
    ])
    return html
      .replaceAll('{{script}}', markup + writeScript(script))
      .replaceAll('{{watch}}', `<script>${watch}</script>`)
      .replaceAll('{{origin}}', origin)
      .replaceAll('{{own}}', encodeURIComponent(`${origin}/story?from=share&part=2#top`))
  }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', origin)
    requests.push(`${request.method} ${pathname}`)
    const isScript = pathname.endsWith('.js')
    const [, bundle] = /^\/bundles\/([a-z-]+)\.js$/.exec(pathname) ?? []
    const [name = 'aparte.min.js'] = /aparte\.[a-z.-]+$/.exec(pathname) ?? []
    const readScript = (): Promise<string> =>
      bundle === undefined ? readFile(new URL(name, DIST), 'utf8') : readBundle(bundle)
    const body = isScript ? readScript() : readPage(pathname)
    body.then(
      (text) => {
        response.setHeader(
          'content-type',
          isScript ? 'text/javascript' : 'text/html; charset=utf-8',
        )
        // Not `no-store`, which would keep pages out of the back/forward cache.
        response.setHeader('cache-control', 'no-cache')
        response.end(text)
      },
      () => {
        response.statusCode = 404
        response.end()
      },
    )
  })
  const { url, close } = await listenLocally(server)
  origin = url
  return {
    url,
    serve: (attributes, before = '') => {
      script = attributes
      markup = before
    },
    requests,
    close,
  }
}
