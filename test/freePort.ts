import { createServer, type AddressInfo } from 'node:net'

/** A port of this machine that nobody listened on a moment ago, for a server that cannot choose one itself. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo // a TCP server's
  await new Promise((resolve) => server.close(resolve))
  return port
}
