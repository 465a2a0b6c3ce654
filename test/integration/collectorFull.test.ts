/** A disk without room, for real: a small file system, where the test may mount one, and a limit on the size of files. */
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi, type TestContext } from 'vitest'
import { batch, post, view } from './collectorEvents.js'
import { newStore } from './collectorFolder.js'
import { startProcess } from './collectorProcess.js'
import { readStored } from './readStored.js'

const run = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0

/** A path with so little room, how to limit the process that writes there, and how to make room. */
interface Disk {
  file: string
  limit: (pid: number) => void
  makeRoom: (pid: number) => void
}

const needs = (context: TestContext, isThere: boolean, what: string): void => {
  if (isThere) return
  console.info(`skipped "${context.task.name}": ${what}`)
  context.skip(what)
}

/** A file system of its own in memory. */
const mountDisk = async (context: TestContext, kilobytes: number): Promise<Disk> => {
  const folder = await mkdtemp(join(tmpdir(), 'aparte-full-'))
  const isMounted = run('mount', '-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder)
  onTestFinished(async () => {
    if (isMounted) run('umount', '--lazy', folder)
    await rm(folder, { recursive: true, force: true })
  })
  needs(context, isMounted, 'needs the right to mount a tmpfs (root on Linux)')
  return {
    file: join(folder, 'store.duckdb'),
    limit: () => undefined,
    makeRoom: () => expect(run('mount', '-o', 'remount,size=128m', folder)).toBe(true),
  }
}

/** Any file system, on which no file may grow beyond so much. */
const limitDisk = async (context: TestContext, kilobytes: number): Promise<Disk> => {
  needs(context, run('prlimit', '--version'), 'needs prlimit (util-linux)')
  const limit = (pid: number, bytes: string): void =>
    expect(run('prlimit', `--pid=${pid}`, `--fsize=${bytes}:`)).toBe(true)
  return {
    file: await newStore(),
    limit: (pid) => limit(pid, String(kilobytes * 1024)),
    makeRoom: (pid) => limit(pid, 'unlimited'),
  }
}

// A batch is 100 events of half a kilobyte, and DuckDB moves its log into the file when the log has 16 MB.
const LONG_PAGE = `https://journal.example/${'a'.repeat(400)}`
const newBatch = (): unknown => batch(Array.from({ length: 100 }, () => view({ page: LONG_PAGE })))
const idsOf = (sent: unknown): string[] =>
  (sent as { events: { id: string }[] }).events.map(({ id }) => id) // made above

for (const [what, newDisk, kilobytes] of [
  ['a file system that is full while events are logged', mountDisk, 3_000],
  ['a file system that is full when the log is moved into the file', mountDisk, 17_500],
  ['a limit on the size of files that the log meets', limitDisk, 3_000],
] as const)
  it(
    `answers 503 on ${what}, and goes on when there is room`,
    { timeout: 120_000 },
    async (context) => {
      const disk = await newDisk(context, kilobytes)
      const running = startProcess(['--port', '0', '--file', disk.file])
      const url = await running.url
      const pid = running.child.pid ?? 0
      disk.limit(pid)
      const answered: string[] = []
      const refused: unknown[] = []
      const send = async (): Promise<void> => {
        const sent = newBatch()
        const { status, headers, answer } = await post(url, sent)
        if (status === 200) answered.push(...idsOf(sent))
        else {
          expect([status, headers.get('retry-after')]).toEqual([503, '2'])
          expect(answer).toEqual({ error: 'The store failed: send this batch again.' })
          refused.push(sent)
        }
      }
      while (!refused.length) await Promise.all(Array.from({ length: 8 }, send))
      expect(answered.length).toBeGreaterThan(0)
      disk.makeRoom(pid)
      // As trackers do, without the two seconds that Retry-After asks for.
      for (const sent of refused) {
        await vi.waitFor(async () => expect((await post(url, sent)).status).toBe(200), 20_000)
        answered.push(...idsOf(sent))
      }
      const figures = (await (await fetch(`${url}/api/snapshot`)).json()) as unknown
      expect(figures).toMatchObject({ totals: { views: answered.length } })
      running.child.kill('SIGTERM')
      expect(await running.exit).toBe(0)
      expect(await readStored(disk.file)).toEqual(new Set(answered))
    },
  )
