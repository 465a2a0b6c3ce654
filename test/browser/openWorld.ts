/**
 * The rest of the web, as a proxy: it answers for every host, by HTTP and by HTTPS, and tells which URLs browsers came for.
 * Nothing leaves this machine.
 */
import { createServer, type RequestListener } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { Socket } from 'node:net'
import { generate } from 'selfsigned'
import { listenLocally } from '../listenLocally.js'
import { waitFor } from './waitFor.js'

/** A request that arrived. */
export interface Visit {
  method: string
  /** Such as `https://wa.me/?text=hi`, as the browser wrote it; a fragment stays in the browser. */
  url: string
  headers: NodeJS.Dict<string | string[]>
}

/** A running world. Browsers reach it by `ContextOptions`. */
export interface World {
  /** Address of the proxy, such as `127.0.0.1:40123`. */
  proxy: string
  /** Every request so far, also what browsers ask their makers. */
  visits: Visit[]
  /** Waits for the next visit to a host that no call has returned yet, and returns its URL. */
  waitForVisit: (host: string) => Promise<string>
  close: () => Promise<void>
}

// The icon keeps browsers from asking for one.
const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Somewhere else</title>
    <link rel="icon" href="data:," />
  </head>
  <body><h1>Somewhere else</h1></body>
</html>`

// One for all hosts: browsers are told to accept what nobody has signed. Made once a process.
const certificate = generate([{ name: 'commonName', value: 'world.example' }], { keyType: 'ec' })

/**
 * Starts a world in which nobody has been anywhere yet.
 *
 * @param show what stands at a URL: HTML, or undefined for the page that says nothing
 */
export async function openWorld(
  show: (url: string) => Promise<string | undefined> = async () => undefined,
): Promise<World> {
  const visits: Visit[] = []
  const waiting = new Set<Visit>()

  const answer = (origin: string): RequestListener => {
    return ({ method = '', url = '', headers }, response) => {
      const visit = { method, url: origin.replace('*', headers.host ?? '') + url, headers }
      visits.push(visit)
      waiting.add(visit)
      show(visit.url).then(
        (html) => {
          response.setHeader('content-type', 'text/html; charset=utf-8')
          response.end(html ?? PAGE)
        },
        () => response.destroy(),
      )
    }
  }

  const { private: key, cert } = await certificate
  const secure = createSecureServer({ key, cert }, answer('https://*'))
  // A proxy is asked for whole URLs.
  const server = createServer(answer(''))
  server.on('connection', (socket) => {
    // A browser that goes away in the middle of something is no error of the test.
    socket.on('error', () => undefined)
  })
  server.on('connect', (_request, socket: Socket, head) => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
    if (head.length > 0) socket.unshift(head)
    secure.emit('connection', socket)
  })
  const { port, close } = await listenLocally(server)

  return {
    proxy: `127.0.0.1:${port}`,
    visits,
    waitForVisit: async (host) => {
      const visit = await waitFor(`a visit to ${host}`, async () =>
        [...waiting].find(({ url }) => new URL(url).host === host),
      )
      waiting.delete(visit)
      return visit.url
    },
    close,
  }
}
