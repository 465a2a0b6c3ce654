/** The command line of the collector: `node server.js --port 4001 --file collector.duckdb` starts it. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { createCollector } from './createCollector.js'
import { readOptions } from './readOptions.js'
import { runOnce } from './runOnce.js'

/** @param {string} why */
const fail = (why) => {
  console.error(`collector: ${why}`)
  process.exit(1)
}

const options = readOptions(process.argv.slice(2), process.env, (file) =>
  readFileSync(file, 'utf8'),
)
if (!options.ok) fail(options.why)
else if (options.reclassify || options.previews) {
  try {
    await runOnce(resolve(options.file), options, (line) => console.log(`collector ${line}`))
  } catch (cause) {
    fail(cause instanceof Error ? cause.message : String(cause))
  }
} else {
  const { ok: _, reclassify: __, ...given } = options
  const { host, port } = given
  const file = resolve(options.file)
  const log = (/** @type {string} */ line) => console.error(`collector: ${line}`)
  try {
    const collector = await createCollector({ ...given, file, log })
    // Ctrl+C reaches a whole group of processes, and whoever started this one may send its own signal on top: one drain.
    const drain = () => void collector.close().then(() => process.exit(0))
    process.on('SIGINT', drain)
    process.on('SIGTERM', drain)
    console.log(`collector listening on ${collector.url}`)
    console.log(`collector stores in ${file}`)
  } catch (cause) {
    fail(sentenceOf(cause, host, port))
  }
}

/**
 * @param {unknown} cause
 * @param {string} host
 * @param {number} port
 */
function sentenceOf(cause, host, port) {
  if (!(cause instanceof Error)) return String(cause)
  const { code } = /** @type {NodeJS.ErrnoException} */ (cause)
  if (code === 'EADDRINUSE') return `Port ${port} is taken: choose another --port.`
  if (code === 'EACCES') return `Port ${port} may not be used: choose another --port.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `This machine has no address ${host}: choose another --host.`
  return cause.message
}
