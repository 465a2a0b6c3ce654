#!/usr/bin/env node
/** Command line of the example: `node server.js --port 4030 --host 127.0.0.1 --collector http://127.0.0.1:4312/collect`. */
import { parseArgs } from 'node:util'
import { createSite } from './createSite.js'

try {
  const options = /** @type {const} */ ({
    host: { type: 'string' },
    port: { type: 'string' },
    collector: { type: 'string' },
  })
  const { host = '127.0.0.1', port: written = '4030', collector } = parseArgs({ options }).values
  const port = /^\d{1,5}$/.test(written) ? Number(written) : Number.NaN
  if (!(port <= 65_535)) {
    throw new TypeError(`--port must be a number from 0 to 65535, not "${written}".`)
  }
  if (collector !== undefined && !/^https?:\/\//.test(collector)) {
    throw new TypeError(`--collector must be an address, not "${collector}".`)
  }
  const site = await createSite({ host, port, ...(collector !== undefined && { collector }) })
  console.log(`csp listening on ${site.url}`)
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      // Nothing else keeps the process: it ends with code 0 once the server is closed.
      void site.close()
    })
  }
} catch (error) {
  console.error(`csp: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
