import { answerJson } from './answerJson.js'

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */

/**
 * Answers a request that is wrong with `{"error":"…"}`, and says so in the log.
 *
 * @callback Refuse
 * @param {Request} request
 * @param {Response} response
 * @param {number} status
 * @param {string} error one sentence
 * @param {Record<string, string>} [headers]
 * @returns {void}
 */

/**
 * Makes the function that refuses.
 *
 * @param {(line: string) => void} log takes one line for each request that something was wrong with
 * @returns {Refuse}
 */
export const createRefuse =
  (log) =>
  (request, response, status, error, headers = {}) => {
    log(`${nameOf(request)} ${status} ${error}`)
    answerJson(request, response, { status, body: { error }, headers })
  }

/** The path of a request, without its query. @param {Request} request */
export const pathOf = ({ url = '/' }) => url.split('?', 1)[0] ?? '/'

/** The method and path for the log: no query, no control characters, bounded. @param {Request} request */
export const nameOf = (request) =>
  `${request.method} ${pathOf(request)
    .replace(/[^!-~]/g, '?')
    .slice(0, 80)}`
