import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { email, en, renderShareBar, telegram, whatsapp } from 'aparte/share-bar'
import { createCollect } from './createCollect.js'
import { readBody } from './readBody.js'
import { writePolicy } from './writePolicy.js'

/** @typedef {import('./createCollect.js').Answer} Answer */

/** Host and optional port, as browsers write them. Anything else would end up in the page. */
const HOST = /^(?:[\w.-]+|\[[\da-f:]+\])(?::\d{1,5})?$/i
const SCRIPT = /^\/(aparte(?:\.[a-z-]+)?\.min\.js|aparte\.share-bar\.css)$/
const MAX_REPORTS = 100
const PAGES = new Map([
  ['/', 'index.html'],
  ['/hours', 'hours.html'],
])

const dist = dirname(createRequire(import.meta.url).resolve('aparte/aparte.min.js'))
const TYPES = { html: 'text/html', css: 'text/css', js: 'text/javascript' }

/** @type {Answer} */
const MISSING = { status: 404, type: 'text/plain; charset=utf-8', body: 'There is no such page.\n' }

/** @param {string | URL} file @returns {Promise<Answer>} */
async function answerFile(file) {
  const type = /** @type {keyof typeof TYPES} */ (String(file).split('.').at(-1))
  return readFile(file, 'utf8').then(
    (body) => ({ status: 200, type: `${TYPES[type]}; charset=utf-8`, body }),
    () => MISSING,
  )
}

/** @param {string} name */
const answerPublic = (name) => answerFile(new URL(`public/${name}`, import.meta.url))

/**
 * Starts the site: two pages under a strict policy, the files of aparté, `/collect`, and what browsers report of the policy.
 *
 * @param {{ host?: string, port?: number, collector?: string }} [options] Port 0 takes a free one.
 * @returns {Promise<{ url: string, reports: readonly string[], close: () => Promise<void> }>} `reports` are the violations
 *   that browsers have told of, as they wrote them. Rejects with the system's error where the port cannot be had.
 */
export async function createSite({ host = '127.0.0.1', port = 0, collector } = {}) {
  /** @type {string[]} */
  const reports = []
  const collect = createCollect(collector)

  /** @param {string} path @param {string} nonce @param {string} origin @returns {Promise<Answer>} */
  const read = async (path, nonce, origin) => {
    const [, script] = SCRIPT.exec(path) ?? []
    if (script !== undefined) return answerFile(`${dist}/${script}`)
    if (path === '/page.css' || path === '/page.js') return answerPublic(path.slice(1))
    if (path === '/events') return collect.show()
    const name = PAGES.get(path)
    if (name === undefined) return MISSING
    const page = await answerPublic(name)
    const [, text = ''] = /<title>(.*)<\/title>/.exec(page.body) ?? []
    // Links that work before any script; the script of the bar adds what needs one.
    const bar = renderShareBar({
      channels: [whatsapp, telegram, email],
      languages: [en],
      url: origin + path,
      text,
    })
    const body = page.body.replaceAll('{{nonce}}', nonce).replaceAll('{{origin}}', origin)
    return { ...page, body: body.replace('{{bar}}', () => bar) }
  }

  /** @param {string} path @param {import('node:http').IncomingMessage} request @returns {Promise<Answer>} */
  const take = async (path, request) => {
    const body = await readBody(request)
    if (body === undefined) return { ...MISSING, status: 413, body: 'Too long.\n' }
    if (path === '/collect') return collect.take(body, request.headers)
    if (path !== '/reports') return MISSING
    reports.push(body)
    if (reports.length > MAX_REPORTS) reports.shift()
    return { ...MISSING, status: 204, body: '' }
  }

  const server = createServer((request, response) => {
    const { method = 'GET', url: target = '/', headers } = request
    const [path = '/'] = target.split('?')
    const origin = headers.host && HOST.test(headers.host) ? `http://${headers.host}` : url
    const nonce = randomBytes(18).toString('base64')
    const isRead = method === 'GET' || method === 'HEAD'
    const refused = { ...MISSING, status: 405, body: 'Not answered.\n' }
    const answer = method === 'POST' ? take(path, request) : isRead && read(path, nonce, origin)
    Promise.resolve(answer || refused).then(
      ({ status, type, body }) => {
        response.writeHead(status, {
          'content-type': type,
          'content-security-policy': writePolicy(nonce),
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
    reports,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
