/** A site whose pages are written by the test, with the headers that it wants, with the files of `dist` and with bundles. */
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { listenLocally, type Listening } from '../listenLocally.js'
import { readBundle } from './readBundle.js'

/** A page: its HTML, and headers such as `content-security-policy`. */
export interface SecurePage {
  html: string
  headers?: Record<string, string>
}

const DIST = new URL('../../dist/', import.meta.url)
const TYPES: Record<string, string> = { js: 'text/javascript', css: 'text/css' }

/**
 * Starts it. `pages` is asked at each request: path without a query → page, also in place of a file. `/bundles/name.js` is as
 * `createSite` has it.
 */
export function openSecureSite(
  pages: (origin: string) => Record<string, SecurePage>,
): Promise<Listening> {
  const server = createServer((request, response) => {
    const { pathname, origin } = new URL(request.url ?? '/', `http://${request.headers.host ?? ''}`)
    const [, file, ending = ''] = /^\/(aparte[a-z.-]*\.(?:min\.)?(js|css))$/.exec(pathname) ?? []
    const [, bundle] = /^\/bundles\/([a-z-]+)\.js$/.exec(pathname) ?? []
    const page = pages(origin)[pathname]
    if (page === undefined && (file ?? bundle) !== undefined) {
      const text = file === undefined ? readBundle(bundle ?? '') : readFile(new URL(file, DIST))
      text.then(
        (body) => response.setHeader('content-type', TYPES[ending || 'js'] ?? '').end(body),
        () => response.destroy(),
      )
    } else if (page === undefined) response.writeHead(404).end()
    else
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...page.headers })
        .end(page.html)
  })
  return listenLocally(server)
}
