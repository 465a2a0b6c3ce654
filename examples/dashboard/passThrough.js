import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { pipeline } from 'node:stream'

/** A collector that has not begun to answer by then is as good as down. */
const ANSWER_WITHIN_MS = 10_000

/**
 * Passes a GET on to the collector and its answer back, as it comes: a stream stays a stream. Whoever leaves first ends the
 * other side. A collector that does not answer gives 502 with `{"error":"…"}`.
 *
 * @param {URL} target
 * @param {import('node:http').IncomingMessage} request Only its `Origin` goes along, for the collector to judge.
 * @param {import('node:http').ServerResponse} response
 * @param {{ headers: Record<string, string>, secret?: string | undefined }} own headers of every answer, and the secret that the
 *   collector wants
 */
export function passThrough(target, request, response, { headers, secret }) {
  const { origin } = request.headers
  const ask = target.protocol === 'https:' ? httpsRequest : httpRequest
  // No agent: a stream would hold one of its connections for hours.
  const upstream = ask(target, {
    agent: false,
    headers: {
      ...(origin && { origin }),
      ...(secret && { authorization: `Bearer ${secret}` }),
    },
  })
  const timer = setTimeout(() => upstream.destroy(new Error('it took too long')), ANSWER_WITHIN_MS)

  upstream.on('response', (answer) => {
    clearTimeout(timer)
    response.writeHead(answer.statusCode ?? 502, {
      ...headers,
      'content-type': answer.headers['content-type'] ?? 'application/octet-stream',
      'cache-control': 'no-store',
    })
    // The head goes out at once: a stream may stay without a byte for a while.
    response.flushHeaders()
    // A broken answer breaks ours, so that no half of it is taken for the whole. Nothing is left to report it to.
    pipeline(answer, response, () => upstream.destroy())
  })
  upstream.on('error', (cause) => {
    clearTimeout(timer)
    if (response.headersSent || response.destroyed) return
    const why = `The collector at ${target.origin} does not answer (${'code' in cause ? String(cause.code) : cause.message}).`
    response.writeHead(502, {
      ...headers,
      'content-type': 'application/json',
      'cache-control': 'no-store',
    })
    response.end(`${JSON.stringify({ error: why })}\n`)
  })
  response.on('close', () => {
    clearTimeout(timer)
    upstream.destroy()
  })
  upstream.end()
}
