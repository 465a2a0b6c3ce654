import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { createAnswer } from './createAnswer.js'

/** Host and optional port, as browsers write them. Anything else would end up in the pages. */
const HOST = /^(?:[\w.-]+|\[[\da-f:]+\])(?::\d{1,5})?$/i

/**
 * Starts the news site.
 *
 * @param {{ collector: string, host?: string, port?: number }} options `collector` is the origin that events are sent to,
 *   such as `http://127.0.0.1:4001`; it need not run. Port 0 takes a free one.
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>} Rejects with the system's error where the
 *   port cannot be had (`code` is `EADDRINUSE`), with a TypeError where `collector` is no URL.
 */
export async function createPublisher({ collector, host = '127.0.0.1', port = 0 }) {
  const answer = await createAnswer(collector)
  const server = createServer((request, response) => {
    const { method = 'GET', url: target = '/', headers } = request
    if (method !== 'GET' && method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD', 'content-type': 'text/plain; charset=utf-8' })
      response.end('Only GET and HEAD are answered here.\n')
      return
    }
    const origin = headers.host && HOST.test(headers.host) ? `http://${headers.host}` : url
    answer(target, origin).then(
      ({ status, type, body, headers: more }) => {
        const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
        response.setHeader('cache-control', 'no-cache')
        response.setHeader('x-content-type-options', 'nosniff')
        response.setHeader('etag', etag)
        if (status === 200 && headers['if-none-match'] === etag) {
          response.writeHead(304).end()
          return
        }
        const length = Buffer.byteLength(body)
        response.writeHead(status, { 'content-type': type, 'content-length': length, ...more })
        response.end(method === 'HEAD' ? undefined : body)
      },
      (error) => {
        console.error('publisher:', error)
        response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' })
        response.end('The page could not be made; the reason is in the log.\n')
      },
    )
  })
  server.listen(port, host)
  await once(server, 'listening')
  const address = server.address()
  const bound = typeof address === 'object' && address ? address.port : port
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${bound}`
  return {
    url,
    port: bound,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
