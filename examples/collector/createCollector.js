/** The collector: takes batches of events by HTTP, stores each event once, and shows the figures to its own machine. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import { createHandler } from './http/createHandler.js'
import { createStream } from './http/createStream.js'
import { limitConnections } from './http/limitConnections.js'
import { onClientError } from './http/onClientError.js'
import { createIngest } from './ingest/createIngest.js'
import { createAddressOf } from './limits/createAddressOf.js'
import { createLimiter } from './limits/createLimiter.js'
import { createLines } from './limits/createLines.js'
import { checkDays, DEFAULT_DAYS } from './store/checkDays.js'
import { createRetention } from './store/createRetention.js'
import { createStore } from './store/createStore.js'

/**
 * @typedef {object} CollectorOptions
 * @property {string} file path of the DuckDB file; it is created with its folder where it does not exist
 * @property {string} [host] address to listen on, `127.0.0.1` by default
 * @property {number} [port] 0, the default, takes any free one
 * @property {import('./ingest/createIngest.js').Sites} [sites] from `parseSites`; none takes every site from every origin
 * @property {number} [rate] batches a second from one address, 50 by default; 0 takes all
 * @property {readonly string[]} [trustProxy] proxies that are believed in `X-Forwarded-For`: see createAddressOf.js
 * @property {number} [days] how long events are kept, 90 by default: see checkDays.js
 * @property {string} [secret] for figures, export and erasure; without it figures are for this machine, the others for nobody
 * @property {Partial<typeof TIMES>} [times]
 * @property {(line: string) => void} [log] takes one line for each request with a fault; no address is ever in it
 */

/**
 * @typedef {object} Collector
 * @property {string} url such as `http://127.0.0.1:4000`, without a slash at its end
 * @property {number} port
 * @property {import('./store/createQuery.js').Query} query reads the store, whatever is committed
 * @property {() => Promise<void>} close stops accepting, answers what was read, and lets the file go; may be called twice
 */

/**
 * Milliseconds: for the head of a request and for all of it, between two looks at both, between two runs of the retention job, and
 * for a request under way once the collector is closing.
 */
const TIMES = {
  headersMs: 10_000,
  requestMs: 30_000,
  checkMs: 1_000,
  retentionMs: 86_400_000,
  drainMs: 3_000,
}

/** So many batches at once as in twenty seconds: a page that comes back from a dead network has some. */
const BURST_S = 20
/** Connections at once of one address. */
const MAX_HELD = 500

/**
 * Starts a collector. Rejects with one clear sentence where the file is in use, the port is taken, or an option is wrong.
 *
 * @param {CollectorOptions} options
 * @returns {Promise<Collector>}
 */
export async function createCollector({
  file,
  host = '127.0.0.1',
  port = 0,
  sites,
  rate = 50,
  trustProxy,
  days = DEFAULT_DAYS,
  secret,
  times,
  log: write = () => {},
}) {
  const { headersMs, requestMs, checkMs, retentionMs, drainMs } = { ...TIMES, ...times }
  const wrong = checkDays(days)
  if (wrong) throw new TypeError(wrong)
  const log = createLines(write)
  const addressOf = createAddressOf(trustProxy)
  const limiter = rate
    ? createLimiter({ perSecond: rate, burst: rate * BURST_S, maxHeld: MAX_HELD })
    : undefined
  const store = await createStore(file, log)
  const { readSnapshot, expire } = store
  const stream = createStream({ readSnapshot, log })
  const onExpired = stream.changed
  const stopRetention = await createRetention({
    expire,
    days,
    everyMs: retentionMs,
    log,
    onExpired,
  })
  const ingest = createIngest(store, { sites })
  const handle = createHandler({ ingest, store, stream, addressOf, limiter, secret, log })

  /** @type {Promise<void> | undefined} */
  let closing
  /** @type {WeakMap<import('node:stream').Duplex, import('node:http').ServerResponse>} */
  const latest = new WeakMap()
  const server = createServer({ connectionsCheckingInterval: checkMs }, (request, response) => {
    latest.set(request.socket, response)
    // A kept-alive connection is idle only after its answer; while closing it has to go then.
    response.once('close', () => closing && setImmediate(() => server.closeIdleConnections()))
    handle(request, response)
  })
  const isAnswered = (/** @type {import('node:stream').Duplex} */ socket) => {
    const response = latest.get(socket)
    return !!response?.headersSent && !response.writableEnded
  }
  server.headersTimeout = headersMs
  server.requestTimeout = requestMs
  limitConnections(server, limiter, addressOf)
  server.on('clientError', onClientError(log, isAnswered))

  const closeStore = async () => {
    stopRetention()
    stream.close()
    await store.close()
  }
  const close = async () => {
    const closed = once(server, 'close')
    server.close()
    stream.close()
    const cut = setTimeout(() => server.closeAllConnections(), drainMs)
    await closed
    clearTimeout(cut)
    await closeStore()
  }

  try {
    server.listen(port, host)
    await once(server, 'listening')
  } catch (cause) {
    await closeStore()
    throw cause
  }
  // What fails later must not end the process.
  server.on('error', (cause) => log(String(cause)))

  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('The server has no port.')
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`,
    port: address.port,
    query: store.query,
    close: () => (closing ??= close()),
  }
}
