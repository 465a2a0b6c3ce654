const LINGER_MS = 10_000
const LINGER_BYTES = 16 * 1024 * 1024

/**
 * Answers with JSON, readable from every origin and kept by no cache. Where the request's body has not been read to its end,
 * the rest is thrown away, within limits, before the connection closes: a socket that closes on unread bytes is reset, and
 * the client would lose the answer.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {{ status: number, body?: unknown, headers?: Record<string, string> }} answer no `body`: an empty answer
 */
export function answerJson(request, response, { status, body, headers }) {
  if (response.headersSent || response.destroyed) return
  const text = body === undefined ? '' : `${JSON.stringify(body)}\n`
  const unread = hasBody(request) && !request.complete
  response.writeHead(status, {
    ...(text && { 'Content-Type': 'application/json; charset=utf-8' }),
    ...(status !== 204 && { 'Content-Length': String(Buffer.byteLength(text)) }),
    'Access-Control-Allow-Origin': '*',
    // Else a page on another origin cannot read how long to wait.
    'Access-Control-Expose-Headers': 'Retry-After',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...(unread && { Connection: 'close' }),
    ...headers,
  })
  if (!unread) {
    response.end(text)
    return
  }
  response.write(text)
  let bytes = 0
  const finish = () => {
    clearTimeout(timer)
    response.end()
  }
  const timer = setTimeout(finish, LINGER_MS)
  request.on('data', (/** @type {Buffer} */ chunk) => {
    bytes += chunk.length
    if (bytes > LINGER_BYTES) finish()
  })
  request.once('end', finish)
  request.once('close', finish)
  request.resume()
}

/** @param {import('node:http').IncomingMessage} request */
const hasBody = ({ headers }) =>
  'transfer-encoding' in headers || Number(headers['content-length'] ?? 0) > 0
