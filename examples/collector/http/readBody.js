/**
 * The bytes of a request, or what is wrong with it.
 *
 * @typedef {{ ok: true, bytes: Uint8Array } | { ok: false, status: number, why: string }} Body
 */

/**
 * Reads the body of a request up to a limit. A longer one is 413 as soon as that is known, and the rest is not kept; an
 * upload that breaks off is 400.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {number} maxBytes
 * @returns {Promise<Body>}
 */
export function readBody(request, maxBytes) {
  const tooLong = {
    ok: /** @type {const} */ (false),
    status: 413,
    why: `The body is longer than ${maxBytes} bytes.`,
  }
  return new Promise((resolve) => {
    if (Number(request.headers['content-length']) > maxBytes) {
      resolve(tooLong)
      return
    }
    /** @type {Buffer[]} */
    let chunks = []
    let size = 0
    const onData = (/** @type {Buffer} */ chunk) => {
      size += chunk.length
      chunks.push(chunk)
      if (size <= maxBytes) return
      request.off('data', onData)
      chunks = []
      size = 0
      resolve(tooLong)
    }
    request.on('data', onData)
    request.once('end', () => resolve({ ok: true, bytes: joined(chunks, size) }))
    request.once('close', () =>
      resolve({ ok: false, status: 400, why: 'The upload broke off before its end.' }),
    )
  })
}

/** @param {Buffer[]} chunks @param {number} size */
const joined = (chunks, size) => {
  const bytes = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.length
  }
  return bytes
}
