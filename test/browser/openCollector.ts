/** The collector of `examples/collector`, the one that sites run, on a DuckDB file of its own in a temporary folder. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCollector } from '../../examples/collector/createCollector.js'
import { waitFor } from './waitFor.js'

/** A stored event: column → value. */
export type Row = Record<string, unknown>

/** A collector that can go down and come up again on the same port, with the same file. */
export interface TestCollector {
  /** Where browsers send to; stays the same while the collector is down. */
  endpoint: string
  /** Path of the DuckDB file. */
  file: string
  /** Stored events of one type, or all, in the order of their times. */
  read: (type?: string) => Promise<Row[]>
  /** Waits until `count` events of this type are stored, and returns them. More than that is an error at once. */
  waitForEvents: (type: string, count: number, timeoutMs?: number) => Promise<Row[]>
  stop: () => Promise<void>
  start: () => Promise<void>
  /** Stops it and deletes the file. */
  close: () => Promise<void>
}

/** Starts a collector with an empty store. */
export async function openCollector(): Promise<TestCollector> {
  const folder = await mkdtemp(join(tmpdir(), 'aparte-browser-'))
  const file = join(folder, 'events.duckdb')
  const launch = (port: number): ReturnType<typeof createCollector> =>
    createCollector({ file, host: '127.0.0.1', port, log: () => undefined })
  let running: Awaited<ReturnType<typeof createCollector>> | undefined = await launch(0)
  const { port } = running
  const read = async (type?: string): Promise<Row[]> => {
    if (running === undefined) throw new Error('the collector is down')
    const rows: Row[] = await running.query('SELECT * FROM events ORDER BY ts, id')
    return type === undefined ? rows : rows.filter((row) => row['type'] === type)
  }
  const stop = async (): Promise<void> => {
    await running?.close()
    running = undefined
  }
  return {
    endpoint: `http://127.0.0.1:${port}/collect`,
    file,
    read,
    waitForEvents: async (type, count, timeoutMs) => {
      const rows = await waitFor(
        `${count} events of type ${type}`,
        async () => {
          const found = await read(type)
          return found.length >= count && found
        },
        timeoutMs,
      )
      if (rows.length > count) throw new Error(`${rows.length} ${type} events instead of ${count}`)
      return rows
    },
    stop,
    start: async () => {
      running ??= await launch(port)
    },
    close: async () => {
      await stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
