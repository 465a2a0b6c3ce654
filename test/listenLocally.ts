import type { Server } from 'node:net'

/** A server that listens on a free port of 127.0.0.1. */
export interface Listening {
  port: number
  /** Such as `http://127.0.0.1:40123`. */
  url: string
  /** Cuts every connection and ends the server. */
  close: () => Promise<void>
}

/** Lets a server listen on a free port of this machine, and of nobody else's. */
export async function listenLocally(server: Server): Promise<Listening> {
  const sockets = new Set<{ destroy: () => void }>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return {
    port: address.port,
    url: `http://127.0.0.1:${address.port}`,
    close: async () => {
      sockets.forEach((socket) => socket.destroy())
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
}
