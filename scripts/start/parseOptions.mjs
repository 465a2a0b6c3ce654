/** Where the publisher is looked for first; the dashboard and the collector follow. */
const DEFAULT_PORT = 4310

/** Three servers and a few busy ports have to fit above it. */
const MAX_PORT = 65_500

/**
 * Reads the options of `npm start`.
 *
 * @param {string[]} args
 * @returns {{ port: number, file: string } | string} a string is one sentence about what is wrong
 */
export function parseOptions(args) {
  const options = { port: DEFAULT_PORT, file: '.cache/aparte.duckdb' }
  for (let index = 0; index < args.length; index += 2) {
    const name = args[index]
    const value = args[index + 1]
    if (name !== '--port' && name !== '--file') {
      return `Unknown option ${name}: npm start takes --port N (default ${DEFAULT_PORT}) and --file PATH (the database).`
    }
    if (value === undefined || value === '') return `${name} needs a value.`
    if (name === '--file') options.file = value
    else if (/^\d+$/.test(value) && Number(value) > 0 && Number(value) <= MAX_PORT) {
      options.port = Number(value)
    } else return `--port wants a number from 1 to ${MAX_PORT}, got ${value}.`
  }
  return options
}
