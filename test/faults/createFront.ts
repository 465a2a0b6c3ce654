/**
 * Stands right before the collector, counts what arrives by the wire, and answers wrongly where a scenario says so. What it does
 * not answer itself goes to the real collector, and the real answer back.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Batch } from '../../src/event/events.js'
import { listenLocally } from '../listenLocally.js'

/** A batch on its way to the collector. */
export interface Arrived {
  body: string
  /** Ids of its events. */
  ids: string[]
  atMs: number
}

/** What a scenario answers in place of the collector. */
export interface Answer {
  status: number
  retryAfterS?: number
}

/** A running front. */
export interface Front {
  port: number
  /** Every batch so far, the oldest first. */
  arrived: Arrived[]
  /**
   * How often an event arrived that the collector had been given before; `early` are those that came within 15 s after the event was
   * made, when no other tab may have it yet.
   */
  readRepeats: () => { all: number; early: number }
  /** Whether the collector has answered a batch with the event of this name as stored. */
  hasTaken: (name: string) => boolean
  /** How many different events it was given. */
  readGiven: () => number
  /** From now on asked about each batch; undefined lets it pass. */
  setFault: (fault: ((batch: Arrived) => Answer | undefined) | undefined) => void
  /** Whether answers can be read from other origins; without it a page never hears them. */
  setCors: (isReadable: boolean) => void
  /** Answers the requests to `/hold`, which wait for it. */
  letGo: () => void
  close: () => Promise<void>
}

/** As in src/delivery/outbox.ts. */
const CLAIM_MS = 15_000

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'Retry-After',
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  let body = ''
  request.setEncoding('utf8')
  try {
    for await (const chunk of request) body += String(chunk)
    return body
  } catch {
    return undefined // the browser went away in the middle of it: the collector would get nothing either
  }
}

/** Starts a front before a collector. */
export async function createFront(collector: string): Promise<Front> {
  const arrived: Arrived[] = []
  const given = new Set<string>()
  const taken = new Set<string>()
  const held = new Set<ServerResponse>()
  const repeats = { all: 0, early: 0 }
  let isReadable = true
  let findFault: ((batch: Arrived) => Answer | undefined) | undefined

  const pass = async (body: string, type: string): Promise<{ status: number; text: string }> => {
    const response = await fetch(collector, {
      method: 'POST',
      body,
      headers: { 'content-type': type },
    })
    return { status: response.status, text: await response.text() }
  }

  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await readBody(request)
    if (body === undefined) return
    const headers = isReadable ? CORS : {}
    if (request.url === '/hold') {
      held.add(response)
      return
    }
    const { events } = JSON.parse(body) as Batch // of our own script
    const batch = { body, ids: events.map(({ id }) => id), atMs: performance.now() }
    arrived.push(batch)
    const fault = findFault?.(batch)
    if (fault) {
      const wait = fault.retryAfterS
      if (wait !== undefined) response.setHeader('retry-after', String(wait))
      response.writeHead(fault.status, headers).end('{}')
      return
    }
    for (const { id, at } of events) {
      if (given.has(id)) {
        repeats.all++
        if (Date.now() - at < CLAIM_MS) repeats.early++
      }
      given.add(id)
    }
    const { status, text } = await pass(body, request.headers['content-type'] ?? '')
    if (status === 200)
      for (const [, name = ''] of body.matchAll(/"name":"([\w-]+)"/g)) taken.add(name)
    response.writeHead(status, headers).end(text)
  }

  const server = createServer((request, response) => {
    take(request, response).catch(() => response.destroy())
  })
  const { port, close } = await listenLocally(server)
  return {
    port,
    arrived,
    readRepeats: () => ({ ...repeats }),
    hasTaken: (name) => taken.has(name),
    readGiven: () => given.size,
    setFault: (fault) => {
      findFault = fault
    },
    setCors: (readable) => {
      isReadable = readable
    },
    letGo: () => {
      held.forEach((response) => response.writeHead(200, CORS).end())
      held.clear()
    },
    close,
  }
}
