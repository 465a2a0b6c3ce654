import { createHash, timingSafeEqual } from 'node:crypto'
import { isLocalReader } from './isLocalReader.js'

/** @typedef {import('./createRefuse.js').Request} Request */
/** @typedef {import('./createRefuse.js').Response} Response */

/**
 * Who may see figures and touch what is stored. Both answer the request themselves where they give false.
 *
 * @typedef {object} Access
 * @property {(request: Request, response: Response) => boolean} mayRead figures and previews: who knows the secret, or where there
 *   is none, this machine
 * @property {(request: Request, response: Response) => boolean} mayErase export and erasure: who knows the secret, nobody else
 */

/**
 * Makes the check of who asks.
 *
 * @param {string | undefined} secret what has to stand in `Authorization: Bearer …`
 * @param {import('./createRefuse.js').Refuse} refuse
 * @returns {Access}
 */
export function createAccess(secret, refuse) {
  const wanted = digestOf(`Bearer ${secret}`)
  // Digests are of one length, and their comparison takes the same time wherever they differ.
  const knows = (/** @type {Request} */ { headers }) =>
    timingSafeEqual(digestOf(headers.authorization ?? ''), wanted)
  /** @param {Request} request @param {Response} response */
  const mayErase = (request, response) => {
    if (secret !== undefined && knows(request)) return true
    if (secret === undefined)
      refuse(request, response, 403, 'Only a collector with a COLLECTOR_SECRET does this by HTTP.')
    else
      refuse(request, response, 401, 'This needs the secret of the collector.', {
        'WWW-Authenticate': 'Bearer',
      })
    return false
  }
  return {
    mayErase,
    mayRead(request, response) {
      if (secret !== undefined) return mayErase(request, response)
      if (isLocalReader(request)) return true
      const what = request.method === 'POST' ? 'Previews are taken' : 'Figures are read'
      refuse(request, response, 403, `${what} from this machine only.`)
      return false
    },
  }
}

/** @param {string} text */
const digestOf = (text) => new Uint8Array(createHash('sha256').update(text).digest())
