import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readToken } from 'aparte/token'

/** @typedef {{ token: string, channel: string, gesture: string, urls: string[] }} Share */
/** @typedef {{ status: number, type: string, body: string }} Answer */

const JAVASCRIPT = 'text/javascript; charset=utf-8'
const JSON_TYPE = 'application/json; charset=utf-8'
const MAX_BYTES = 65_536
const MAX_KEPT = 100
const MAX_URLS = 400

/** Host and optional port, as browsers write them. Anything else would end up in the page. */
const HOST = /^(?:[\w.-]+|\[[\da-f:]+\])(?::\d{1,5})?$/i

const require = createRequire(import.meta.url)
const manifest = require.resolve('aparte/package.json')
/** Folders of modules by the first part of their path; names in them have no dot but the last, so none leads out. */
const MODULES = new Map([
  ['aparte', new URL('dist/', pathToFileURL(manifest))],
  ['nanoid', pathToFileURL(`${dirname(createRequire(manifest).resolve('nanoid'))}/`)],
])
const MODULE = /^\/(aparte|nanoid)\/((?:[\w-]+\/)*[\w-]+(?:\.browser)?\.js)$/

/** What a bundler does at build time: the names that `page.js` imports, and where they are. */
const IMPORT_MAP = JSON.stringify({
  imports: {
    'aparte/copy': '/aparte/copy.js',
    'aparte/token': '/aparte/token.js',
    nanoid: '/nanoid/index.browser.js',
  },
})
const MAP_ELEMENT = `<script type="importmap">${IMPORT_MAP}</script>`
const POLICY = [
  "default-src 'none'",
  `script-src 'self' 'sha256-${createHash('sha256').update(IMPORT_MAP).digest('base64')}'`,
  "style-src 'self'",
  'img-src data:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** @param {string} name */
const readPublic = (name) => readFile(new URL(`public/${name}`, import.meta.url), 'utf8')

/**
 * Reads a share from the body of a request; undefined where it is none. The page could send anything, and so could others.
 *
 * @param {string} body
 * @returns {Share | undefined}
 */
function readShare(body) {
  try {
    const { token, gesture, urls } = JSON.parse(body)
    const content = typeof token === 'string' ? readToken(token) : undefined
    const isGesture = gesture === 'copy' || gesture === 'field'
    const isList = Array.isArray(urls) && urls.length > 0 && urls.length <= MAX_URLS
    if (!content || !isGesture || !isList || !urls.every((url) => typeof url === 'string')) return
    // The channel is read from the token, whatever stands beside it.
    return { token: content.token, channel: content.channel, gesture, urls }
  } catch {
    return undefined // no JSON, or null
  }
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @returns {Promise<string | undefined>} Undefined where it is too long.
 */
async function readBody(request) {
  const parts = []
  let length = 0
  for await (const part of request) {
    length += part.length
    if (length > MAX_BYTES) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

/** @param {string} path @returns {Promise<Answer>} */
async function answerModule(path) {
  const [, folder = '', name = ''] = MODULE.exec(path) ?? []
  try {
    // Read anew each time, so that a rebuild needs no restart.
    const body = await readFile(new URL(name, MODULES.get(folder)), 'utf8')
    return { status: 200, type: JAVASCRIPT, body }
  } catch {
    const body = '// No such module. Is aparte built? Run "npm run build" in its folder.\n'
    return { status: 404, type: JAVASCRIPT, body }
  }
}

/**
 * Starts the site: its page, and its own small endpoint.
 *
 * @param {{ host?: string, port?: number }} [options] Port 0 takes a free one.
 * @returns {Promise<{ url: string, shares: readonly Share[], close: () => Promise<void> }>} `shares` is what the endpoint
 *   has kept, the oldest first. Rejects with the system's error where the port cannot be had.
 */
export async function createSite({ host = '127.0.0.1', port = 0 } = {}) {
  const [page, css, script] = await Promise.all([
    readPublic('index.html'),
    readPublic('page.css'),
    readPublic('page.js'),
  ])
  /** @type {Share[]} */
  const shares = []

  /** @param {import('node:http').IncomingMessage} request @returns {Promise<Answer>} */
  const takeShare = async (request) => {
    const body = await readBody(request)
    if (body === undefined) return { status: 413, type: JSON_TYPE, body: '{"error":"too long"}\n' }
    const share = readShare(body)
    if (!share) return { status: 400, type: JSON_TYPE, body: '{"error":"no share"}\n' }
    shares.push(share)
    if (shares.length > MAX_KEPT) shares.shift()
    return { status: 201, type: JSON_TYPE, body: `${JSON.stringify(share)}\n` }
  }

  /** @param {string} path @param {string} origin @returns {Promise<Answer>} */
  const read = async (path, origin) => {
    if (path === '/') {
      const body = page.replaceAll('{{origin}}', origin).replace('<!-- import map -->', MAP_ELEMENT)
      return { status: 200, type: 'text/html; charset=utf-8', body }
    }
    if (path === '/page.css') return { status: 200, type: 'text/css; charset=utf-8', body: css }
    if (path === '/page.js') return { status: 200, type: JAVASCRIPT, body: script }
    if (path === '/shares') {
      return { status: 200, type: JSON_TYPE, body: `${JSON.stringify(shares, undefined, 2)}\n` }
    }
    if (MODULE.test(path)) return answerModule(path)
    return { status: 404, type: 'text/plain; charset=utf-8', body: 'There is no such page.\n' }
  }

  const server = createServer((request, response) => {
    const { method = 'GET', url: target = '/', headers } = request
    const [path = '/'] = target.split('?')
    const origin = headers.host && HOST.test(headers.host) ? `http://${headers.host}` : url
    const isShare = method === 'POST' && path === '/shares'
    const isRead = method === 'GET' || method === 'HEAD'
    const refused = { status: 405, type: 'text/plain; charset=utf-8', body: 'Not answered.\n' }
    const answer = isShare ? takeShare(request) : isRead ? read(path, origin) : refused
    Promise.resolve(answer).then(
      ({ status, type, body }) => {
        response.writeHead(status, {
          'content-type': type,
          'content-length': Buffer.byteLength(body),
          'content-security-policy': POLICY,
          'cache-control': 'no-cache',
          'x-content-type-options': 'nosniff',
        })
        response.end(method === 'HEAD' ? undefined : body)
      },
      () => response.destroy(), // the request was cut off
    )
  })
  server.listen(port, host)
  await once(server, 'listening')
  const address = server.address()
  const bound = typeof address === 'object' && address ? address.port : port
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${bound}`
  return {
    url,
    shares,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
