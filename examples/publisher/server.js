#!/usr/bin/env node
/** Command line of the news site: `node server.js --port 4000 --collector http://127.0.0.1:4001`. */
import { createPublisher } from './createPublisher.js'
import { readFlags } from './readFlags.js'

try {
  const flags = readFlags(process.argv.slice(2), {
    host: '127.0.0.1',
    port: 4000,
    collector: 'http://127.0.0.1:4001',
  })
  const publisher = await createPublisher(flags)
  console.log(`publisher listening on ${publisher.url}`)
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      // Nothing else keeps the process: it ends with code 0 once the server is closed.
      void publisher.close()
    })
  }
} catch (error) {
  console.error(`publisher: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
