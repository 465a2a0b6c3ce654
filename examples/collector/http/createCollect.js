/** Events in: what is too much, of a wrong form, or too fast goes no further than here. */
import { answerJson } from './answerJson.js'
import { nameOf } from './createRefuse.js'
import { readBody } from './readBody.js'

/** @typedef {import('./createRefuse.js').Request} Request */
/** @typedef {import('./createRefuse.js').Response} Response */

/**
 * @typedef {object} Parts
 * @property {ReturnType<typeof import('../ingest/createIngest.js').createIngest>} ingest
 * @property {import('../limits/createAddressOf.js').AddressOf} addressOf
 * @property {import('../limits/createLimiter.js').Limiter | undefined} limiter none: no limit
 * @property {import('./createRefuse.js').Refuse} refuse
 * @property {(line: string) => void} log
 * @property {() => void} onStored
 */

const MAX_BYTES = 64 * 1024
/** How much of a body one batch may have; a longer one counts as several. */
const COUNTED_BYTES = 4 * 1024
// Else all readers of one office would come again in the same second.
const SPREAD_S = 20

/**
 * Makes the route that takes batches.
 *
 * @param {Parts} parts
 * @returns {(request: Request, response: Response) => Promise<void>}
 */
export function createCollect({ ingest, addressOf, limiter, refuse, log, onStored }) {
  /** @param {Request} request @param {Response} response */
  return async (request, response) => {
    const { method, headers, socket } = request
    if (method === 'OPTIONS') {
      answerJson(request, response, { status: 204, headers: PREFLIGHT })
      return
    }
    if (method !== 'POST')
      return refuse(request, response, 405, 'Events are sent by POST.', { Allow: 'POST, OPTIONS' })

    const address = limiter && addressOf(socket.remoteAddress, forwardedIn(headers))
    const bucket = address === undefined ? undefined : limiter?.bucketOf(address)
    if (limiter && bucket !== undefined) {
      const waitS = limiter.waitOf(bucket)
      if (waitS) {
        const afterS = waitS + Math.floor(Math.random() * SPREAD_S)
        return refuse(request, response, 429, 'Too many batches at once: send this one later.', {
          'Retry-After': String(afterS),
        })
      }
      limiter.charge(bucket, 1)
    }
    const wrongType = typeFault(headers)
    if (wrongType) return refuse(request, response, 415, wrongType)
    const body = await readBody(request, MAX_BYTES)
    if (limiter && bucket !== undefined)
      limiter.charge(bucket, Math.floor((body.ok ? body.bytes.length : MAX_BYTES) / COUNTED_BYTES))
    if (!body.ok) return refuse(request, response, body.status, body.why)

    const { 'user-agent': userAgent, origin } = headers
    const reply = await ingest(body.bytes, { userAgent, origin })
    if (reply.note) log(`${nameOf(request)} ${reply.status} ${reply.note}`)
    answerJson(request, response, {
      ...reply,
      headers: reply.status === 503 ? { 'Retry-After': '2' } : {},
    })
    if (reply.status === 200) onStored()
  }
}

const PREFLIGHT = {
  'Access-Control-Allow-Methods': 'POST',
  'Access-Control-Allow-Headers': 'Content-Type',
  'Access-Control-Max-Age': '86400',
}

/** Node joins several such headers to one. @param {import('node:http').IncomingHttpHeaders} headers */
const forwardedIn = (headers) => {
  const forwarded = headers['x-forwarded-for']
  return typeof forwarded === 'string' ? forwarded : undefined
}

/** @param {import('node:http').IncomingHttpHeaders} headers */
const typeFault = (headers) => {
  const type = headers['content-type']
  if (headers['content-encoding']) return 'The body must not be compressed.'
  if (type !== undefined && !/^(text\/plain|application\/json)\s*(;|$)/i.test(type))
    return 'The body must be text/plain or application/json.'
  if (/charset=(?!"?utf-?8\b)/i.test(type ?? '')) return 'The body must be in UTF-8.'
  return undefined
}
