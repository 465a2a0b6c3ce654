/** The collector: takes batches of events by HTTP, stores each event once, and shows the figures to its own machine. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import { createHandler } from './http/createHandler.js'
import { createStream } from './http/createStream.js'
import { onClientError } from './http/onClientError.js'
import { createIngest } from './ingest/createIngest.js'
import { createStore } from './store/createStore.js'

/**
 * @typedef {object} CollectorOptions
 * @property {string} file path of the DuckDB file; it is created with its folder where it does not exist
 * @property {string} [host] address to listen on, `127.0.0.1` by default
 * @property {number} [port] 0, the default, takes any free one
 * @property {(line: string) => void} [log] takes one line for each request with a fault; no address is ever in it
 */

/**
 * @typedef {object} Collector
 * @property {string} url such as `http://127.0.0.1:4000`, without a slash at its end
 * @property {number} port
 * @property {import('./store/createQuery.js').Query} query reads the store, whatever is committed
 * @property {() => Promise<void>} close stops accepting, answers what was read, and lets the file go; may be called twice
 */

// How long a request under way may take to arrive once the collector is closing.
const DRAIN_MS = 3_000

/**
 * Starts a collector. Rejects with one clear sentence where the file is in use or the port is taken.
 *
 * @param {CollectorOptions} options
 * @returns {Promise<Collector>}
 */
export async function createCollector({ file, host = '127.0.0.1', port = 0, log = () => {} }) {
  const store = await createStore(file, log)
  const { readSnapshot } = store
  const stream = createStream({ readSnapshot, log })
  const ingest = createIngest(store)
  const { importPreviews } = store
  const handle = createHandler({ ingest, importPreviews, readSnapshot, stream, log })

  /** @type {Promise<void> | undefined} */
  let closing
  /** @type {WeakMap<import('node:stream').Duplex, import('node:http').ServerResponse>} */
  const latest = new WeakMap()
  const server = createServer((request, response) => {
    latest.set(request.socket, response)
    // A kept-alive connection is idle only after its answer; while closing it has to go then.
    response.once('close', () => closing && setImmediate(() => server.closeIdleConnections()))
    handle(request, response)
  })
  const isAnswered = (/** @type {import('node:stream').Duplex} */ socket) => {
    const response = latest.get(socket)
    return !!response?.headersSent && !response.writableEnded
  }
  server.headersTimeout = 10_000
  server.requestTimeout = 30_000
  server.on('clientError', onClientError(log, isAnswered))

  const closeStore = async () => {
    stream.close()
    await store.close()
  }
  const close = async () => {
    const closed = once(server, 'close')
    server.close()
    stream.close()
    const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS)
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
