/** A site whose pages are written by the test, with the headers that it wants, and with the files of `dist`. */
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { listenLocally, type Listening } from '../listenLocally.js'

/** A page: its HTML, and headers such as `content-security-policy`. */
export interface SecurePage {
  html: string
  headers?: Record<string, string>
}

const DIST = new URL('../../dist/', import.meta.url)

/** Starts it. `pages` is asked at each request: path without a query → page. */
export function openSecureSite(
  pages: (origin: string) => Record<string, SecurePage>,
): Promise<Listening> {
  const server = createServer((request, response) => {
    const { pathname, origin } = new URL(request.url ?? '/', `http://${request.headers.host ?? ''}`)
    const [, file] = /^\/(aparte[a-z.-]*\.min\.js)$/.exec(pathname) ?? []
    const page = pages(origin)[pathname]
    if (file !== undefined) {
      readFile(new URL(file, DIST)).then(
        (bytes) => response.setHeader('content-type', 'text/javascript').end(bytes),
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
