import { gunzipSync } from 'node:zlib'
import { readBatch } from '../../../src/server/readBatch.js'

/** A request as it arrived. */
export interface Arrived {
  path: string
  type: string
  body: Buffer
}

type Given = Record<string, unknown>

const isGiven = (value: unknown): value is Given => typeof value === 'object' && value !== null
const listOf = (value: unknown): Given[] =>
  (Array.isArray(value) ? value : [value]).filter((one) => isGiven(one))
const textOf = (value: unknown): string[] => (typeof value === 'string' ? [value] : [])
const propertyOf = (event: Given, name: string): string[] =>
  isGiven(event[name]) ? textOf(event[name]['marker']) : []

// Segment and RudderStack: one event, or a batch of them, each with an id of its own.
const readSegment = (body: string): string[] => {
  const given = JSON.parse(body) as Given
  return listOf(given['batch'] ?? given)
    .filter(({ messageId }) => typeof messageId === 'string')
    .flatMap((event) => propertyOf(event, 'properties'))
}

// PostHog packs: gzip, which its server knows by the first bytes, or base64 in a form, or neither.
const readPostHog = ({ type, body }: Arrived): string[] => {
  const data = type.startsWith('application/x-www-form-urlencoded')
    ? Buffer.from(new URLSearchParams(body.toString()).get('data') ?? '', 'base64')
    : body
  const isGzip = data[0] === 0x1f && data[1] === 0x8b
  const given = JSON.parse((isGzip ? gunzipSync(Uint8Array.from(data)) : data).toString()) as Given
  return listOf(given['batch'] ?? given).flatMap((event) => propertyOf(event, 'properties'))
}

/** What each receiver takes, by its path, as the real one documents it. */
const READERS: readonly (readonly [path: RegExp, read: (arrived: Arrived) => string[]])[] = [
  [/^\/plain$/, ({ body }) => textOf((JSON.parse(body.toString()) as Given)['marker'])],
  [
    /^\/collect$/,
    ({ body }) => {
      const read = readBatch(body.toString())
      const events = read.ok ? read.batch.events : []
      return events.flatMap((event) => (event.type === 'convert' ? textOf(event.key) : []))
    },
  ],
  [
    /^\/com\.snowplowanalytics\.snowplow\/tp2$/,
    // Its collector takes other types too, and its enrichment loses them later.
    ({ type, body }) =>
      type.startsWith('application/json')
        ? listOf((JSON.parse(body.toString()) as Given)['data']).flatMap((event) =>
            textOf(event['se_ac']),
          )
        : [],
  ],
  [/^\/(?:e|i\/v0\/e|batch|capture)\/?$/, readPostHog],
  [/^\/api\/event$/, ({ body }) => propertyOf(JSON.parse(body.toString()) as Given, 'p')],
  [/^\/(?:beacon\/)?v1\/(?:t|track|b|batch)$/, ({ body }) => readSegment(body.toString())],
]

/** The markers of the events in a request, or undefined where it is none with events. Throws where it cannot be read. */
export function readMarkers(arrived: Arrived): string[] | undefined {
  return READERS.find(([path]) => path.test(arrived.path))?.[1](arrived)
}
