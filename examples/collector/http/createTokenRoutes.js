/** Export and erasure by HTTP, for a collector that runs. */
import { parseTokens } from '../tokens/parseTokens.js'
import { answerJson } from './answerJson.js'
import { readBody } from './readBody.js'

/** @typedef {import('./createRefuse.js').Request} Request */
/** @typedef {import('./createRefuse.js').Response} Response */

const MAX_BYTES = 64 * 1024

/**
 * Makes the routes that take tokens, as text with blanks between them: `exportTokens` answers with JSON lines, `erase` with how
 * much was erased.
 *
 * @param {Pick<import('../store/createStore.js').Store, 'exportTokens' | 'erase'> & {
 *   access: import('./createAccess.js').Access, refuse: import('./createRefuse.js').Refuse, onErased: () => void }} parts
 * @returns {Record<'exportTokens' | 'erase', (request: Request, response: Response) => Promise<void>>}
 */
export function createTokenRoutes({ exportTokens, erase, access, refuse, onErased }) {
  /** @param {Request} request @param {Response} response @returns {Promise<string[] | undefined>} */
  const tokensIn = async (request, response) => {
    if (request.method !== 'POST') {
      refuse(request, response, 405, 'Tokens are sent by POST.', { Allow: 'POST' })
      return undefined
    }
    if (!access.mayErase(request, response)) return undefined
    const body = await readBody(request, MAX_BYTES)
    const read = body.ok
      ? { status: 400, ...parseTokens(new TextDecoder().decode(body.bytes)) }
      : body
    if (read.ok) return read.tokens
    refuse(request, response, read.status, read.why)
    return undefined
  }
  return {
    async exportTokens(request, response) {
      const tokens = await tokensIn(request, response)
      if (!tokens) return
      const lines = await exportTokens(tokens)
      response.writeHead(200, {
        'Content-Type': 'application/x-ndjson; charset=utf-8',
        'Cache-Control': 'no-store',
        'X-Content-Type-Options': 'nosniff',
      })
      response.end(lines)
    },
    async erase(request, response) {
      const tokens = await tokensIn(request, response)
      if (!tokens) return
      answerJson(request, response, { status: 200, body: await erase(tokens) })
      onErased()
    },
  }
}
