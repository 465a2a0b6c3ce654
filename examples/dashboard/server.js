#!/usr/bin/env node
/** Command line of the dashboard: `node server.js --port 4002 --collector http://127.0.0.1:4001`. */
import { createDashboard } from './createDashboard.js'
import { readFlags } from './readFlags.js'

try {
  const flags = readFlags(process.argv.slice(2), {
    host: '127.0.0.1',
    port: 4002,
    collector: 'http://127.0.0.1:4001',
  })
  const dashboard = await createDashboard(flags)
  console.log(`dashboard listening on ${dashboard.url}`)
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      // Nothing else keeps the process: it ends with code 0 once the server is closed.
      void dashboard.close()
    })
  }
} catch (error) {
  console.error(`dashboard: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
