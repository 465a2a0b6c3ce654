/** Server-sent events: the snapshot at connection and after commits, and a comment now and then as a sign of life. */

/**
 * @typedef {object} Stream
 * @property {(response: import('node:http').ServerResponse, headers: Record<string, string>) => void} add answers a client
 *   and keeps it until it leaves
 * @property {() => void} changed says that the store has new events
 * @property {() => void} close ends every client's stream
 */

const MIN_INTERVAL_MS = 250
const MAX_CLIENTS = 50

/**
 * Makes a stream of snapshots. However many commits there are, at most four snapshots are made in a second, and none while
 * nobody listens.
 *
 * @param {{ readSnapshot: () => Promise<unknown>, log: (line: string) => void, heartbeatMs?: number }} parts
 *   `heartbeatMs`: time between two signs of life, shorter than any proxy's patience; a client that is behind at one
 *   and has not caught up by the next is given up
 * @returns {Stream}
 */
export function createStream({ readSnapshot, log, heartbeatMs = 15_000 }) {
  /** @type {Set<import('node:http').ServerResponse>} */
  const clients = new Set()
  let stale = false
  let publishing = false
  let lastAt = -Infinity
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer

  /** Clients that missed a snapshot because they had not read the one before. */
  const behind = new WeakSet()
  const send = (/** @type {string} */ text) => {
    for (const client of clients)
      if (client.writableNeedDrain) behind.add(client)
      else client.write(text)
  }
  /** Clients that have been behind since the last heartbeat: hung ones must not keep others out for good. */
  const stuck = new WeakSet()
  const heartbeat = setInterval(() => {
    for (const client of clients)
      if (stuck.has(client)) {
        clients.delete(client)
        client.destroy()
      } else if (client.writableNeedDrain) stuck.add(client)
    send(': heartbeat\n\n')
  }, heartbeatMs)

  const publish = async () => {
    timer = undefined
    stale = false
    publishing = true
    lastAt = performance.now()
    try {
      const snapshot = await readSnapshot()
      send(`event: snapshot\ndata: ${JSON.stringify(snapshot)}\n\n`)
    } catch (cause) {
      log(`GET /api/stream: no snapshot, ${String(cause)}`)
    }
    publishing = false
    schedule()
  }
  const schedule = () => {
    if (!stale || publishing || timer || !clients.size) return
    timer = setTimeout(
      () => void publish(),
      Math.max(0, lastAt + MIN_INTERVAL_MS - performance.now()),
    )
  }
  const changed = () => {
    stale = true
    schedule()
  }

  return {
    add(response, headers) {
      if (clients.size >= MAX_CLIENTS) {
        response.writeHead(503, headers).end()
        return
      }
      response.writeHead(200, {
        ...headers,
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-store',
        'X-Content-Type-Options': 'nosniff',
      })
      response.write('retry: 1000\n\n')
      clients.add(response)
      response.once('close', () => clients.delete(response))
      response.on('drain', () => {
        stuck.delete(response)
        if (behind.delete(response)) changed()
      })
      changed()
    },
    changed,
    close() {
      clearInterval(heartbeat)
      clearTimeout(timer)
      for (const client of clients) client.end()
      clients.clear()
    },
  }
}
