/**
 * A slow line in front of a server, for tests of what gets lost. It hands bytes on after a while, in both directions, and what
 * is still under way when the client cuts the connection never arrives: on localhost nothing is ever under way.
 */
import { connect, createServer, type Socket } from 'node:net'
import { listenLocally } from '../listenLocally.js'

/** Where the line ends, and how long it is. */
export interface LatencyProxyOptions {
  /** Port of the server on 127.0.0.1. It may be down: then connections are cut. */
  port: number
  /** How long each byte takes, one way. Default 120 ms, which makes 240 ms between request and answer. */
  delayMs?: number
}

/** A running proxy. */
export interface LatencyProxy {
  /** Its own port on 127.0.0.1. */
  port: number
  /** Such as `http://127.0.0.1:40123`. */
  url: string
  /** Bytes from clients that were under way when the client went away. */
  readDropped: () => number
  /** Cuts every connection at once, as a network that goes away. */
  cut: () => void
  /** Refuses new connections, and cuts the ones there are, until it is called with `false`. */
  setDown: (isDown: boolean) => void
  close: () => Promise<void>
}

/** Starts a proxy. */
export async function createLatencyProxy(options: LatencyProxyOptions): Promise<LatencyProxy> {
  const { port: target, delayMs = 120 } = options
  const cuts = new Set<() => void>()
  let droppedBytes = 0
  let isDown = false

  const serve = (client: Socket): void => {
    // No delays of TCP on top of ours.
    const server = connect({ port: target, host: '127.0.0.1', noDelay: true })
    const timers = new Set<NodeJS.Timeout>()
    let pendingBytes = 0
    const cut = (): void => {
      if (!cuts.delete(cut)) return
      droppedBytes += pendingBytes
      timers.forEach((timer) => clearTimeout(timer))
      client.destroy()
      server.destroy()
    }
    // Timers of one length run in the order they were set in, so bytes stay in order.
    const later = (run: () => void): void => {
      const timer = setTimeout(() => {
        timers.delete(timer)
        run()
      }, delayMs)
      timers.add(timer)
    }
    cuts.add(cut)
    client.setNoDelay(true)
    client.on('data', (bytes) => {
      pendingBytes += bytes.length
      later(() => {
        pendingBytes -= bytes.length
        server.write(Uint8Array.from(bytes))
      })
    })
    server.on('data', (bytes) => later(() => client.write(Uint8Array.from(bytes))))
    // A browser that closes its side has gone away: HTTP clients do not close before they have the answer.
    client.on('end', cut).on('error', cut).on('close', cut)
    server.on('end', () => later(cut)).on('error', () => later(cut))
    if (isDown) cut()
  }

  const proxy = createServer(serve)
  const { port, url, close } = await listenLocally(proxy)
  const cutAll = (): void => cuts.forEach((cut) => cut())
  return {
    port,
    url,
    readDropped: () => droppedBytes,
    cut: cutAll,
    setDown: (down) => {
      isDown = down
      if (down) cutAll()
    },
    close: async () => {
      cutAll()
      await close()
    },
  }
}
