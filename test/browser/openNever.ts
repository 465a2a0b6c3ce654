/** A server that takes requests and never answers: a page with a picture from it never sees its `load` event. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Starts it, and returns its port and what ends it. */
export async function openNever(): Promise<{ port: number; close: () => void }> {
  const server = createServer(() => undefined)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo // no pipe
  return {
    port,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
