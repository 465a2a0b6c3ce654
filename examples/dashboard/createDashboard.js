import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { isOwnHost } from './isOwnHost.js'
import { loadFiles } from './loadFiles.js'
import { passThrough } from './passThrough.js'

/** What is read from the collector. */
const API = new Set(['/api/snapshot', '/api/stream'])

const HEADERS = {
  'cache-control': 'no-cache',
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}

/**
 * Starts the dashboard: one page, and the read side of a collector under the same origin.
 *
 * @param {{ collector: string, host?: string, port?: number }} options `collector` is its origin, such as
 *   `http://127.0.0.1:4001`; it need not run yet. Port 0 takes a free one.
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>} Rejects with the system's error where the
 *   port cannot be had (`code` is `EADDRINUSE`), with a TypeError where `collector` is no URL.
 */
export async function createDashboard({ collector, host = '127.0.0.1', port = 0 }) {
  const files = await loadFiles(new URL('public/', import.meta.url))
  const origin = new URL(collector).origin

  const server = createServer((request, response) => {
    const { method = 'GET', url: target = '/', headers } = request
    const path = target.split('?', 1)[0] ?? '/'
    /** @param {number} status @param {string} error @param {Record<string, string>} [more] */
    const refuse = (status, error, more) => {
      response.writeHead(status, { ...HEADERS, 'content-type': 'application/json', ...more })
      response.end(method === 'HEAD' ? undefined : `${JSON.stringify({ error })}\n`)
    }
    if (API.has(path)) {
      if (method !== 'GET') return refuse(405, 'This is read by GET.', { allow: 'GET' })
      if (!isOwnHost(headers.host, host))
        return refuse(403, 'Figures are shown at the address of the dashboard only.')
      return passThrough(new URL(path, origin), request, response)
    }
    if (method !== 'GET' && method !== 'HEAD')
      return refuse(405, 'Only GET and HEAD are answered here.', { allow: 'GET, HEAD' })
    const file = files.get(path === '/' ? '/index.html' : path)
    if (!file) return refuse(404, 'There is nothing here; the dashboard is at /.')
    const etag = `"${createHash('sha256').update(file.body).digest('base64url').slice(0, 22)}"`
    if (headers['if-none-match'] === etag) {
      response.writeHead(304, { ...HEADERS, etag }).end()
      return
    }
    const length = Buffer.byteLength(file.body)
    response.writeHead(200, {
      ...HEADERS,
      etag,
      'content-type': file.type,
      'content-length': length,
    })
    response.end(method === 'HEAD' ? undefined : file.body)
  })
  server.listen(port, host)
  await once(server, 'listening')
  const address = server.address()
  const bound = typeof address === 'object' && address ? address.port : port
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    port: bound,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      // Streams never end by themselves.
      server.closeAllConnections()
      await closed
    },
  }
}
