import { parseArgs } from 'node:util'

/**
 * What to start or to do, or what to say instead. `previews` is a file to import, `-` for standard input.
 *
 * @typedef {{ ok: true, file: string, host: string, port: number, previews?: string, reclassify: boolean } | { ok: false, why: string }} Options
 */

/**
 * Reads the command line and the environment; a flag goes before its variable.
 *
 * @param {string[]} args without the names of node and of the script
 * @param {Record<string, string | undefined>} env PORT, HOST and COLLECTOR_FILE
 * @returns {Options}
 */
export function readOptions(args, env) {
  let values
  try {
    ;({ values } = parseArgs({
      args,
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        file: { type: 'string' },
        previews: { type: 'string' },
        reclassify: { type: 'boolean' },
      },
    }))
  } catch (cause) {
    // parseArgs throws on unknown flags and on flags without a value.
    const message = cause instanceof Error ? (cause.message.split('. ')[0] ?? '') : ''
    return {
      ok: false,
      why: `${message}. Known flags are --port, --host, --file, --previews and --reclassify.`,
    }
  }
  const port = values.port ?? env.PORT ?? '4001'
  const host = values.host ?? env.HOST ?? '127.0.0.1'
  const file = values.file ?? env.COLLECTOR_FILE ?? 'collector.duckdb'
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    return { ok: false, why: `--port must be a number from 0 to 65535, not "${port}".` }
  if (!/^[\w.:-]+$/.test(host))
    return { ok: false, why: `--host must be a host name or an address, not "${host}".` }
  if (!file) return { ok: false, why: '--file must be the path of the store.' }
  const { previews, reclassify = false } = values
  if (previews === '')
    return { ok: false, why: '--previews must be a file, or - for standard input.' }
  if (reclassify && previews)
    return { ok: false, why: '--previews and --reclassify are one thing at a time.' }
  return {
    ok: true,
    file,
    host,
    port: Number(port),
    reclassify,
    ...(previews && { previews }),
  }
}
