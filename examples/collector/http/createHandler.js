/** The routes of the collector: events and previews in by POST, figures out by GET, tokens out and away by POST. */
import { answerJson } from './answerJson.js'
import { createAccess } from './createAccess.js'
import { createCollect } from './createCollect.js'
import { createRefuse, nameOf, pathOf } from './createRefuse.js'
import { createTokenRoutes } from './createTokenRoutes.js'
import { readBody } from './readBody.js'

/** @typedef {import('./createRefuse.js').Request} Request */
/** @typedef {import('./createRefuse.js').Response} Response */

/**
 * @typedef {object} Parts
 * @property {import('./createCollect.js').Parts['ingest']} ingest
 * @property {import('../store/createStore.js').Store} store
 * @property {import('./createStream.js').Stream} stream
 * @property {import('../limits/createAddressOf.js').AddressOf} addressOf
 * @property {import('../limits/createLimiter.js').Limiter | undefined} limiter
 * @property {string | undefined} secret
 * @property {(line: string) => void} log takes one line for each request that something was wrong with
 */

/** About 100,000 previews. */
const MAX_PREVIEWS_BYTES = 16 * 1024 * 1024

/**
 * Makes the request listener of the server. Every wrong request gets a 4xx with `{"error":"…"}`; nothing is ever thrown.
 *
 * @param {Parts} parts
 * @returns {(request: Request, response: Response) => void}
 */
export function createHandler({ ingest, store, stream, addressOf, limiter, secret, log }) {
  const refuse = createRefuse(log)
  const access = createAccess(secret, refuse)
  const { exportTokens, erase } = store
  const onStored = stream.changed
  const tokens = createTokenRoutes({ exportTokens, erase, access, refuse, onErased: onStored })

  /** @param {Request} request @param {Response} response */
  const read = async (request, response) => {
    if (request.method !== 'GET')
      return refuse(request, response, 405, 'This is read by GET.', { Allow: 'GET' })
    const path = pathOf(request)
    if (path === '/') return answerJson(request, response, { status: 200, body: ENDPOINTS })
    if (!access.mayRead(request, response)) return
    // Any page may send events; only pages of this machine may read.
    const headers = {
      'Access-Control-Allow-Origin': request.headers.origin ?? 'null',
      Vary: 'Origin',
    }
    if (path === '/api/stream') return stream.add(response, headers)
    answerJson(request, response, { status: 200, body: await store.readSnapshot(), headers })
  }

  /** @param {Request} request @param {Response} response */
  const takePreviews = async (request, response) => {
    if (request.method !== 'POST')
      return refuse(request, response, 405, 'Previews are sent by POST.', { Allow: 'POST' })
    if (!access.mayRead(request, response)) return
    const body = await readBody(request, MAX_PREVIEWS_BYTES)
    if (!body.ok) return refuse(request, response, body.status, body.why)
    const imported = await store.importPreviews(new TextDecoder().decode(body.bytes))
    if (!imported.ok) return refuse(request, response, 400, imported.why)
    const { stored, known, unknown, refused } = imported
    answerJson(request, response, { status: 200, body: { stored, known, unknown, refused } })
    stream.changed()
  }

  const routes = new Map([
    ['/collect', createCollect({ ingest, addressOf, limiter, refuse, log, onStored })],
    ['/', read],
    ['/api/snapshot', read],
    ['/api/stream', read],
    ['/api/previews', takePreviews],
    ['/api/export', tokens.exportTokens],
    ['/api/erase', tokens.erase],
  ])

  return (request, response) => {
    // Without a listener, a connection that breaks off would end the process.
    request.on('error', () => undefined)
    response.on('error', () => undefined)
    const route = routes.get(pathOf(request))
    if (!route) return refuse(request, response, 404, 'There is nothing here; see GET /.')
    route(request, response).catch((/** @type {unknown} */ cause) => {
      log(`${nameOf(request)} 500 ${String(cause)}`)
      answerJson(request, response, { status: 500, body: { error: 'The collector failed.' } })
    })
  }
}

const ENDPOINTS = {
  collector: 'aparté',
  endpoints: {
    'POST /collect': 'takes a batch of events',
    'POST /api/previews': 'takes what "npx aparte previews --json" writes, from this machine only',
    'GET /api/snapshot': 'gives all figures as JSON, to this machine only',
    'GET /api/stream': 'gives them again after every change, as server-sent events',
    'POST /api/export': 'gives all events of tokens as JSON lines, to who knows the secret',
    'POST /api/erase': 'erases them, for who knows the secret',
  },
}
