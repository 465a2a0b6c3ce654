/** Stands for the servers of every contestant: takes their wire formats, answers as they do, and counts what arrives. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { listenLocally } from '../../listenLocally.js'
import { readMarkers } from './readMarkers.js'

/** A running receiver. */
export interface Receiver {
  port: number
  /** How often each marker arrived. */
  arrived: Map<string, number>
  /** When one arrived last, as `performance.now()` says; 0 before. */
  readLastAt: () => number
  /** Requests that were neither events nor settings: should be empty. */
  unknown: Set<string>
  close: () => Promise<void>
}

/** What they ask for besides, answered as the real servers do for an account with nothing switched on. */
const SETTINGS: readonly (readonly [path: RegExp, answer: unknown])[] = [
  [
    /^\/sourceConfig/,
    {
      source: {
        id: 'bench',
        name: 'bench',
        writeKey: 'bench',
        enabled: true,
        workspaceId: 'bench',
        destinations: [],
        connections: [],
        dataplanes: {},
        config: {
          statsCollection: { errors: { enabled: false }, metrics: { enabled: false } },
        },
      },
      updatedAt: '2026-01-01T00:00:00.000Z',
    },
  ],
  [/^\/(?:flags|decide)/, { featureFlags: {}, featureFlagPayloads: {} }],
  [/^\/array\/[^/]+\/config$/, { supportedCompression: ['gzip', 'gzip-js'] }],
  [/^\/v1\/(?:m|p|page|identify|i)$|^\/rsaMetrics$/, { success: true }],
]

const withCors = ({ headers }: IncomingMessage): Record<string, string> => ({
  'Access-Control-Allow-Origin': headers.origin ?? '*',
  'Access-Control-Allow-Credentials': 'true',
  'Access-Control-Allow-Methods': 'POST, GET, OPTIONS',
  'Access-Control-Allow-Headers': headers['access-control-request-headers'] ?? 'content-type',
})

/** Starts a receiver on a free port. */
export async function createReceiver(): Promise<Receiver> {
  const arrived = new Map<string, number>()
  const unknown = new Set<string>()
  let lastAt = 0

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname: path } = new URL(request.url ?? '/', 'http://receiver')
    const chunks: Uint8Array[] = []
    for await (const chunk of request) chunks.push(chunk as Uint8Array)
    const write = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json', ...withCors(request) })
      response.end(JSON.stringify(body))
    }
    if (request.method === 'OPTIONS') return write(200, {})
    const type = request.headers['content-type'] ?? ''
    const markers = readMarkers({ path, type, body: Buffer.concat(chunks) })
    const settings = SETTINGS.find(([known]) => known.test(path))?.[1]
    if (!markers && settings === undefined) unknown.add(`${request.method ?? ''} ${path}`)
    const counted = markers?.filter((marker) => marker.startsWith('marker-')) ?? []
    for (const marker of counted) arrived.set(marker, (arrived.get(marker) ?? 0) + 1)
    if (counted.length) lastAt = performance.now()
    if (path === '/collect')
      return write(200, { stored: markers?.length, repeated: 0, refused: [] })
    write((markers ?? settings) ? 200 : 404, settings ?? { status: 'Ok', success: true })
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((cause: unknown) => {
      if (request.complete) unknown.add(`${request.url ?? ''} ${String(cause)}`)
      response.destroy()
    })
  })
  const { port, close } = await listenLocally(server)
  return {
    port,
    arrived,
    unknown,
    readLastAt: () => lastAt,
    close,
  }
}
