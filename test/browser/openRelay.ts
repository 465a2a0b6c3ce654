/** A relay in front of the collector: it keeps what browsers send, and can turn it away as a server in trouble does. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** A running relay. */
export interface Relay {
  /** Where browsers send to. */
  endpoint: string
  /** Bodies of all requests so far, also of those that were turned away. */
  bodies: string[]
  /** From now on requests are answered with 503, or handed to the collector. */
  shut: (isShut: boolean) => void
  close: () => Promise<void>
}

/** Starts a relay that hands everything to the collector at `endpoint`. */
export async function openRelay(endpoint: string): Promise<Relay> {
  const bodies: string[] = []
  let isShut = false
  const answer = async (body: string): Promise<[number, string]> => {
    bodies.push(body)
    if (isShut) return [503, '']
    const response = await fetch(endpoint, { method: 'POST', body })
    return [response.status, await response.text()]
  }
  const server = createServer((request, response) => {
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
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/collect`,
    bodies,
    shut: (wanted) => {
      isShut = wanted
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
}
