import { parseArgs } from 'node:util'

/**
 * Reads the flags of the command line, as `--port 80` or `--port=80`.
 *
 * @param {string[]} args Without node and script.
 * @param {{ host: string, port: number, collector: string }} defaults
 * @returns {{ host: string, port: number, collector: string }}
 * @throws {TypeError} With one sentence that names the flag, what was given and what is wanted.
 */
export function readFlags(args, defaults) {
  const flags = { ...defaults }
  const options = /** @type {const} */ ({
    host: { type: 'string' },
    port: { type: 'string' },
    collector: { type: 'string' },
  })
  const { tokens } = parseArgs({
    args,
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  for (const token of tokens) {
    if (token.kind !== 'option') {
      const given = token.kind === 'positional' ? token.value : '--'
      throw new TypeError(`"${given}" is not a flag; known are --port, --host and --collector.`)
    }
    const { name, rawName, value } = token
    if (!(name in options)) {
      throw new TypeError(`${rawName} is unknown; known are --port, --host and --collector.`)
    }
    if (!value || value.startsWith('--')) throw new TypeError(`${rawName} needs a value.`)
    if (name === 'host') flags.host = value
    if (name === 'port') {
      flags.port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN
      if (!(flags.port <= 65_535)) {
        throw new TypeError(`--port must be a number from 0 to 65535, not "${value}".`)
      }
    }
    if (name === 'collector') {
      if (!/^https?:\/\//.test(value) || !URL.canParse(value)) {
        throw new TypeError(`--collector must be an http or https URL, not "${value}".`)
      }
      flags.collector = value
    }
  }
  return flags
}
