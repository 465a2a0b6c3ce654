import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, onTestFinished } from 'vitest'
import {
  createCollector,
  type Collector,
  type CollectorOptions,
} from '../../examples/collector/createCollector.js'

const open = new Set<Collector>()
afterEach(async () => {
  for (const collector of open) await collector.close()
  open.clear()
})

/** Gives the path of a store in a new folder that goes away after the test. */
export async function newStore(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'aparte-collector-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return join(folder, 'store.duckdb')
}

/** Starts a collector in this process that closes after the test; `lines` is its log. */
export async function startCollector(
  file?: string,
  options: Partial<CollectorOptions> = {},
): Promise<Collector & { lines: string[]; file: string }> {
  const store = file ?? (await newStore())
  const lines: string[] = []
  const collector = await createCollector({
    file: store,
    log: (line) => lines.push(line),
    ...options,
  })
  open.add(collector)
  return { ...collector, lines, file: store }
}
