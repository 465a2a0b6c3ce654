/** A batch has at most 30 kB, a report less. */
const MAX_BYTES = 65_536

/**
 * Reads the body of a request.
 *
 * @param {import('node:http').IncomingMessage} request
 * @returns {Promise<string | undefined>} Undefined where it is too long.
 */
export async function readBody(request) {
  const parts = []
  let length = 0
  for await (const part of request) {
    length += part.length
    if (length > MAX_BYTES) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}
