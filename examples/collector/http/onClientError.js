/**
 * Makes the listener for what is not even an HTTP request: a wrong request line, endless headers, an upload that stalls. It
 * answers with a 4xx of one JSON sentence where somebody may still read it, and closes.
 *
 * @param {(line: string) => void} log
 * @param {(socket: import('node:stream').Duplex) => boolean} isAnswered tells whether an answer has begun on this connection
 * @returns {(error: NodeJS.ErrnoException, socket: import('node:stream').Duplex) => void}
 */
export const onClientError = (log, isAnswered) => (error, socket) => {
  // Already gone, closed by us, or in the middle of an answer, into which no second one may be written.
  if (error.code === 'ECONNRESET' || !socket.writable || isAnswered(socket)) {
    socket.destroy()
    return
  }
  const [status, sentence] = STATUS[error.code ?? ''] ?? ['400 Bad Request', 'This is not HTTP.']
  if (error.code !== BROKEN_OFF) log(`${status}: ${sentence}`) // else the request itself is logged
  const body = `${JSON.stringify({ error: sentence })}\n`
  socket.end(
    [
      `HTTP/1.1 ${status}`,
      'Content-Type: application/json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Access-Control-Allow-Origin: *',
      'Cache-Control: no-store',
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  )
}

const BROKEN_OFF = 'HPE_INVALID_EOF_STATE'

/** @type {Readonly<Record<string, readonly [string, string]>>} */
const STATUS = {
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'The request took too long.'],
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'The headers are too long.'],
  [BROKEN_OFF]: ['400 Bad Request', 'The upload broke off before its end.'],
}
