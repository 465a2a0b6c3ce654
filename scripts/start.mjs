/** `npm start`: installs and builds what is missing, then runs collector, publisher and dashboard until Ctrl+C. */
import { checkNode } from './setup/checkNode.mjs'

checkNode()
const { mkdirSync } = await import('node:fs')
const { installPackages } = await import('./setup/installPackages.mjs')
const { buildIfStale } = await import('./setup/buildIfStale.mjs')
const { root } = await import('./setup/root.mjs')
const { withLock } = await import('./setup/withLock.mjs')
const { findArticle } = await import('./start/findArticle.mjs')
const { parseOptions } = await import('./start/parseOptions.mjs')
const { startOnFreePort } = await import('./start/startOnFreePort.mjs')

const options = parseOptions(process.argv.slice(2))
if (typeof options === 'string') {
  console.error(options)
  process.exit(1)
}
mkdirSync(`${root}.cache`, { recursive: true })
if (!(await withLock(async () => (await installPackages()) && buildIfStale()))) process.exit(1)

/** @type {import('./start/startServer.mjs').Server[]} */
const servers = []
let isStopping = false

/** @param {number} code */
async function stopAll(code) {
  if (isStopping) return
  isStopping = true
  // The collector stops last, so that what the others still hold finds it.
  for (const server of servers.toReversed()) await server.stop()
  process.exit(code)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (!isStopping) console.log('\nStopping …')
    void stopAll(0)
  })
}

// npm hands a signal to the shell between it and this script, and some shells die of it without a word to their child:
// whoever ends npm alone ends the servers too, because then this script has another parent.
const parent = process.ppid
if (process.env['npm_lifecycle_event'] !== undefined) {
  setInterval(() => {
    if (process.ppid !== parent) void stopAll(0)
  }, 500).unref()
}

/**
 * @param {string} name
 * @param {number} port
 * @param {string[]} args
 * @returns {Promise<string>} its address
 */
async function start(name, port, args) {
  // Named, because the servers would read HOST from the environment, which shells and containers set for themselves.
  const server = await startOnFreePort(name, port, ['--host', '127.0.0.1', ...args])
  servers.push(server)
  void server.exited.then(() => {
    if (isStopping) return
    console.error(`\nThe ${name} has ended by itself. Its last lines:\n${server.readTail()}`)
    return stopAll(1)
  })
  return server.url
}

try {
  const { port, file } = options
  const collector = await start('collector', port + 2, ['--file', file])
  const publisher = await start('publisher', port, ['--collector', collector])
  const dashboard = await start('dashboard', port + 1, ['--collector', collector])
  const article = await findArticle(publisher)
  console.log(`
Publisher  ${publisher}/
Dashboard  ${dashboard}/
Collector  ${collector}/

Try it:
1. Open ${article} and copy a link in this article (Ctrl+C).
2. Open the copied link in a private window: it carries a token now.
3. Watch the dashboard at ${dashboard}/ while you do.

Ctrl+C ends everything.`)
} catch (cause) {
  if (!isStopping) {
    console.error(`Could not start: ${cause instanceof Error ? cause.message : String(cause)}`)
    await stopAll(1)
  }
}
