/** The routes of the collector: events and previews in by POST, figures out by GET. */
import { answerJson } from './answerJson.js'
import { isLocalReader } from './isLocalReader.js'
import { readBody } from './readBody.js'

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */

/**
 * @typedef {object} Parts
 * @property {(bytes: Uint8Array, userAgent?: string) => Promise<import('../ingest/createIngest.js').Reply>} ingest
 * @property {(text: string) => Promise<import('../previews/createImport.js').Imported>} importPreviews
 * @property {() => Promise<unknown>} readSnapshot
 * @property {import('./createStream.js').Stream} stream
 * @property {(line: string) => void} log takes one line for each request that something was wrong with
 */

const MAX_BYTES = 64 * 1024
/** About 100,000 previews. */
const MAX_PREVIEWS_BYTES = 16 * 1024 * 1024

/**
 * Makes the request listener of the server. Every wrong request gets a 4xx with `{"error":"…"}`; nothing is ever thrown.
 *
 * @param {Parts} parts
 * @returns {(request: Request, response: Response) => void}
 */
export function createHandler({ ingest, importPreviews, readSnapshot, stream, log }) {
  /** @type {(request: Request, response: Response, status: number, error: string, headers?: Record<string, string>) => void} */
  const refuse = (request, response, status, error, headers = {}) => {
    log(`${nameOf(request)} ${status} ${error}`)
    answerJson(request, response, { status, body: { error }, headers })
  }

  /** @param {Request} request @param {Response} response */
  const collect = async (request, response) => {
    if (request.method === 'OPTIONS') {
      answerJson(request, response, { status: 204, headers: PREFLIGHT })
      return
    }
    if (request.method !== 'POST')
      return refuse(request, response, 405, 'Events are sent by POST.', { Allow: 'POST, OPTIONS' })
    const wrongType = typeFault(request.headers)
    if (wrongType) return refuse(request, response, 415, wrongType)
    const body = await readBody(request, MAX_BYTES)
    if (!body.ok) return refuse(request, response, body.status, body.why)
    const reply = await ingest(body.bytes, request.headers['user-agent'])
    if (reply.note) log(`${nameOf(request)} ${reply.status} ${reply.note}`)
    answerJson(request, response, {
      ...reply,
      headers: reply.status === 503 ? { 'Retry-After': '2' } : {},
    })
    if (reply.status === 200) stream.changed()
  }

  /** @param {Request} request @param {Response} response @param {string} path */
  const read = async (request, response, path) => {
    if (request.method !== 'GET')
      return refuse(request, response, 405, 'This is read by GET.', { Allow: 'GET' })
    if (path === '/') return answerJson(request, response, { status: 200, body: ENDPOINTS })
    if (!isLocalReader(request))
      return refuse(request, response, 403, 'Figures are read from this machine only.')
    // Any page may send events; only pages of this machine may read.
    const headers = {
      'Access-Control-Allow-Origin': request.headers.origin ?? 'null',
      Vary: 'Origin',
    }
    if (path === '/api/stream') return stream.add(response, headers)
    answerJson(request, response, { status: 200, body: await readSnapshot(), headers })
  }

  /** @param {Request} request @param {Response} response */
  const takePreviews = async (request, response) => {
    if (request.method !== 'POST')
      return refuse(request, response, 405, 'Previews are sent by POST.', { Allow: 'POST' })
    if (!isLocalReader(request))
      return refuse(request, response, 403, 'Previews are taken from this machine only.')
    const body = await readBody(request, MAX_PREVIEWS_BYTES)
    if (!body.ok) return refuse(request, response, body.status, body.why)
    const imported = await importPreviews(new TextDecoder().decode(body.bytes))
    if (!imported.ok) return refuse(request, response, 400, imported.why)
    const { stored, known, unknown, refused } = imported
    answerJson(request, response, { status: 200, body: { stored, known, unknown, refused } })
    stream.changed()
  }

  return (request, response) => {
    // Without a listener, a connection that breaks off would end the process.
    request.on('error', () => undefined)
    response.on('error', () => undefined)
    const path = pathOf(request)
    const done =
      path === '/collect'
        ? collect(request, response)
        : path === '/api/previews'
          ? takePreviews(request, response)
          : READ_PATHS.has(path)
            ? read(request, response, path)
            : refuse(request, response, 404, 'There is nothing here; see GET /.')
    done?.catch((/** @type {unknown} */ cause) => {
      log(`${nameOf(request)} 500 ${String(cause)}`)
      answerJson(request, response, { status: 500, body: { error: 'The collector failed.' } })
    })
  }
}

const PREFLIGHT = {
  'Access-Control-Allow-Methods': 'POST',
  'Access-Control-Allow-Headers': 'Content-Type',
  'Access-Control-Max-Age': '86400',
}

const READ_PATHS = new Set(['/', '/api/snapshot', '/api/stream'])

const ENDPOINTS = {
  collector: 'aparté',
  endpoints: {
    'POST /collect': 'takes a batch of events',
    'POST /api/previews': 'takes what "npx aparte previews --json" writes, from this machine only',
    'GET /api/snapshot': 'gives all figures as JSON, to this machine only',
    'GET /api/stream': 'gives them again after every change, as server-sent events',
  },
}

/** @param {Request} request */
const pathOf = ({ url = '/' }) => url.split('?', 1)[0] ?? '/'

/** The method and path for the log: no query, no control characters, bounded. @param {Request} request */
const nameOf = (request) =>
  `${request.method} ${pathOf(request)
    .replace(/[^!-~]/g, '?')
    .slice(0, 80)}`

/** @param {import('node:http').IncomingHttpHeaders} headers */
const typeFault = (headers) => {
  const type = headers['content-type']
  if (headers['content-encoding']) return 'The body must not be compressed.'
  if (type !== undefined && !/^(text\/plain|application\/json)\s*(;|$)/i.test(type))
    return 'The body must be text/plain or application/json.'
  if (/charset=(?!"?utf-?8\b)/i.test(type ?? '')) return 'The body must be in UTF-8.'
  return undefined
}
