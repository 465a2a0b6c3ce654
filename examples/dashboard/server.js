#!/usr/bin/env node
/**
 * Command line of the dashboard: `node server.js --port 4002 --collector http://127.0.0.1:4001`. Secrets come from the environment,
 * where other users of the machine do not see them: DASHBOARD_PASSWORD, and COLLECTOR_SECRET where the collector has one.
 */
import { isLoopback } from '../collector/isLoopback.js'
import { createDashboard } from './createDashboard.js'
import { readFlags } from './readFlags.js'

try {
  const flags = readFlags(process.argv.slice(2), {
    host: '127.0.0.1',
    port: 4002,
    collector: 'http://127.0.0.1:4001',
  })
  const { DASHBOARD_PASSWORD: password, COLLECTOR_SECRET: secret, TRUST_PROXY = '' } = process.env
  const dashboard = await createDashboard({
    ...flags,
    trustProxy: TRUST_PROXY.split(/[\s,]+/).filter(Boolean),
    ...(password && { password }),
    ...(secret && { secret }),
  })
  console.log(`dashboard listening on ${dashboard.url}`)
  if (!isLoopback(flags.host))
    console.error(
      'dashboard: over plain http others on the way can read the password: put https in front.',
    )
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
