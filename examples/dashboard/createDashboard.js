import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { checkSecrets } from './checkSecrets.js'
import { createGuard } from './createGuard.js'
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
  'cross-origin-resource-policy': 'same-origin',
}

/**
 * Starts the dashboard: one page, and the read side of a collector under the same origin.
 *
 * @param {object} options
 * @param {string} options.collector its origin, such as `http://127.0.0.1:4001`; it need not run yet
 * @param {string} [options.host] `127.0.0.1` by default; any that others can reach needs a password
 * @param {number} [options.port] 0, the default, takes a free one
 * @param {string} [options.password] for everything that is shown, by HTTP Basic authentication
 * @param {readonly string[]} [options.trustProxy] proxies that are believed in `X-Forwarded-For`
 * @param {string} [options.secret] that the collector wants
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>} Rejects with the system's error where the
 *   port cannot be had (`code` is `EADDRINUSE`), with a TypeError where an option is wrong.
 */
export async function createDashboard({
  collector,
  host = '127.0.0.1',
  port = 0,
  password,
  trustProxy,
  secret,
}) {
  const wrong = checkSecrets(host, password)
  if (wrong) throw new TypeError(wrong)
  const admit = password === undefined ? undefined : createGuard(password, trustProxy)
  const files = await loadFiles(new URL('public/', import.meta.url))
  const origin = new URL(collector).origin

  const server = createServer({ connectionsCheckingInterval: 1_000 }, (request, response) => {
    const { method = 'GET', url: target = '/', headers } = request
    const path = target.split('?', 1)[0] ?? '/'
    /** @param {number} status @param {string} error @param {Record<string, string>} [more] */
    const refuse = (status, error, more) => {
      response.writeHead(status, { ...HEADERS, 'content-type': 'application/json', ...more })
      response.end(method === 'HEAD' ? undefined : `${JSON.stringify({ error })}\n`)
    }
    const admission = admit?.(request)
    if (admission && !admission.ok)
      return refuse(admission.status, admission.error, admission.headers)
    if (API.has(path)) {
      if (method !== 'GET') return refuse(405, 'This is read by GET.', { allow: 'GET' })
      // With a password these need no care: browsers send it to the name it was typed for, and to no other.
      if (!admission && !isOwnHost(headers.host, host))
        return refuse(403, 'Figures are shown at the address of the dashboard only.')
      if (!admission && (headers.forwarded ?? headers['x-forwarded-for']) !== undefined)
        return refuse(403, 'Behind a proxy the dashboard needs a DASHBOARD_PASSWORD.')
      return passThrough(new URL(path, origin), request, response, { headers: HEADERS, secret })
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
  server.headersTimeout = 10_000
  server.requestTimeout = 30_000
  server.maxConnections = 1_000
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
