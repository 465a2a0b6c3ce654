/** Connections at once: each holds memory until it says something. */
const MAX_CONNECTIONS = 4_000

/**
 * Bounds how many connections a server holds, of all and of one address: one too many is closed without an answer.
 *
 * @param {import('node:http').Server} server
 * @param {import('../limits/createLimiter.js').Limiter | undefined} limiter none: no limit for one address
 * @param {import('../limits/createAddressOf.js').AddressOf} addressOf
 */
export function limitConnections(server, limiter, addressOf) {
  server.maxConnections = MAX_CONNECTIONS
  server.on('connection', (socket) => {
    const address = addressOf(socket.remoteAddress)
    if (!limiter || address === undefined) return
    const release = limiter.hold(limiter.bucketOf(address))
    if (release) socket.once('close', release)
    else socket.destroy()
  })
}
