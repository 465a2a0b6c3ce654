/** A relay in front of the collector: it keeps what browsers send, and can turn it away as a server in trouble does. */
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { text } from 'node:stream/consumers'
import { listenLocally } from '../listenLocally.js'

/** A running relay. */
export interface Relay {
  /** Where browsers send to. */
  endpoint: string
  /** Bodies of all requests so far, also of those that were turned away. */
  bodies: string[]
  /** Their headers, in the same order. */
  headers: IncomingHttpHeaders[]
  /** From now on requests are answered with 503, or handed to the collector. */
  shut: (isShut: boolean) => void
  close: () => Promise<void>
}

/** Starts a relay that hands everything to the collector at `endpoint`. */
export async function openRelay(endpoint: string): Promise<Relay> {
  const bodies: string[] = []
  const headers: IncomingHttpHeaders[] = []
  let isShut = false
  const answer = async (body: string): Promise<[number, string]> => {
    bodies.push(body)
    if (isShut) return [503, '']
    const response = await fetch(endpoint, { method: 'POST', body })
    return [response.status, await response.text()]
  }
  const server = createServer((request, response) => {
    headers.push(request.headers)
    text(request)
      .then(answer)
      .then(
        ([status, reply]) => {
          response.writeHead(status, { 'access-control-allow-origin': '*' })
          response.end(reply)
        },
        () => response.destroy(),
      )
  })
  const { url, close } = await listenLocally(server)
  return {
    endpoint: `${url}/collect`,
    bodies,
    headers,
    shut: (wanted) => {
      isShut = wanted
    },
    close,
  }
}
