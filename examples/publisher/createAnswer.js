import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createRoutes } from './createRoutes.js'
import { loadFiles } from './loadFiles.js'
import { notFoundPage } from './render/notFoundPage.js'
import { page } from './render/page.js'
import { snippet } from './render/snippet.js'

/** @typedef {{ status: number, type: string, body: string, headers?: Record<string, string> }} Answer */

const HTML = 'text/html; charset=utf-8'
const require = createRequire(import.meta.url)

/** The built script, read anew each time so that a rebuild needs no restart. @returns {Promise<Answer>} */
async function script() {
  const type = 'text/javascript; charset=utf-8'
  try {
    return {
      status: 200,
      type,
      body: await readFile(require.resolve('aparte/aparte.min.js'), 'utf8'),
    }
  } catch {
    // Not built yet. The site works without it, and the sentence is found where one looks for it.
    return { status: 503, type, body: '// aparte.min.js is not built yet: run "npm run build"\n' }
  }
}

/**
 * Prepares the site: reads its content once, and answers paths.
 *
 * @param {string} collector Origin of the collector.
 * @returns {Promise<(target: string, origin: string) => Promise<Answer>>} `target` is the request target as received,
 *   `origin` the one that the reader uses, such as `http://127.0.0.1:4000`.
 */
export async function createAnswer(collector) {
  const routes = await createRoutes()
  const files = await loadFiles(new URL('public/', import.meta.url))
  const endpoint = new URL('/collect', collector)
  const { hashes, ...tags } = snippet(endpoint.href)
  const policy = [
    "default-src 'none'",
    `script-src 'self' ${hashes.join(' ')}`,
    "style-src 'self'",
    "img-src 'self'",
    `connect-src 'self' ${endpoint.origin}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

  return async (target, origin) => {
    const [path = '/', query] = target.split(/\?(.*)/s)
    if (path === '/aparte.min.js') return script()
    const file = files.get(path)
    if (file) return { status: 200, ...file }
    const route = routes.get(path)
    if (!route && routes.has(`${path}/`)) {
      // The query goes along: it may hold a token.
      const location = `${path}/${query === undefined ? '' : `?${query}`}`
      return { status: 308, type: HTML, body: '', headers: { location } }
    }
    const body = page(route ? route(origin) : notFoundPage(path), { origin, snippet: tags })
    return {
      status: route ? 200 : 404,
      type: HTML,
      body,
      headers: { 'content-security-policy': policy },
    }
  }
}
