import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it, vi } from 'vitest'
import { createCollector } from '../../examples/collector/createCollector.js'
import { readOptions } from '../../examples/collector/readOptions.js'
import { batch, landing, post, share, tokenOf, view } from './collectorEvents.js'
import { newStore, startCollector } from './collectorFolder.js'
import { server, startProcess } from './collectorProcess.js'

const ADMIN = fileURLToPath(new URL('../../examples/collector/admin.js', import.meta.url))
const [TOKEN, OLD] = [tokenOf(1), tokenOf(2)]

/** A store with a share and a landing of today, and a share, its landing and a preview that are so many days old. */
const fill = async (days: number): Promise<{ file: string; kept: string[] }> => {
  const { url, file, query, close } = await startCollector()
  const old = [share(OLD), landing(OLD)]
  await post(url, batch(old))
  await query(
    `update events set received = received - interval '${days} days', ts = ts - interval '${days} days'`,
  )
  const kept = [share(TOKEN), landing(TOKEN)]
  await post(url, batch(kept))
  for (const token of [TOKEN, OLD])
    await query(
      `insert into previews values ('journal.example', '${token}', 'Slackbot', 'Slack', 'slack', 'private', 'server', null)`,
    )
  await close()
  return { file, kept: kept.map(({ id }) => String(id)).toSorted() }
}

const left = async (query: Awaited<ReturnType<typeof startCollector>>['query']) => ({
  ids: (await query('select id from events order by id')).map(({ id }) => id),
  previews: (await query('select token from previews order by token')).map(({ token }) => token),
})

it('events of 91 days are deleted at the start, with what previews told of them; those of 89 days are not', async () => {
  const old = await fill(91)
  const { url, query, lines } = await startCollector(old.file)
  expect(await left(query)).toEqual({ ids: old.kept, previews: [TOKEN] })
  expect(lines).toEqual(['Deleted 2 events that were older than 90 days.'])
  // Somebody opens the old link: the share is gone, so the landing is one without a known share.
  expect(await post(url, batch([landing(OLD)]))).toMatchObject({ answer: { stored: 1 } })
  const snapshot = (await (await fetch(`${url}/api/snapshot`)).json()) as { totals: object }
  expect(snapshot.totals).toMatchObject({ shares: 1, landings: 2, unmatched: 1 })

  const young = await fill(89)
  const second = await startCollector(young.file)
  expect((await left(second.query)).ids).toHaveLength(4)
  expect(second.lines).toEqual([])
})

it('they are deleted while the collector runs, and whoever looks at figures sees it', async () => {
  const { file, kept } = await fill(80)
  const times = { retentionMs: 50 }
  const { url, query, lines } = await startCollector(file, { days: 85, times })
  const abort = new AbortController()
  const response = await fetch(`${url}/api/stream`, { signal: abort.signal })
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  const seen = { text: '' }
  const reading = (async () => {
    for (;;) {
      const chunk = await reader?.read().catch(() => undefined)
      if (!chunk || chunk.done) return
      seen.text += chunk.value
    }
  })()
  await vi.waitFor(() => expect(seen.text).toContain('"shares":2'), 20_000)
  await query("update events set received = received - interval '6 days'")
  await vi.waitFor(() => expect(seen.text).toContain('"shares":1'), 20_000)
  expect(await left(query)).toEqual({ ids: kept, previews: [TOKEN] })
  expect(lines).toEqual(['Deleted 2 events that were older than 85 days.'])
  abort.abort()
  await reading
})

it('a store that fails is logged, and tried again the next time', async () => {
  const { file, kept } = await fill(80)
  const { query, lines } = await startCollector(file, { times: { retentionMs: 50 } })
  await query('alter table events rename to away')
  await vi.waitFor(() => expect(lines.join()).toContain('Old events could not be deleted'), 20_000)
  await query('alter table away rename to events')
  await query("update events set received = received - interval '11 days'")
  await vi.waitFor(async () => expect((await left(query)).ids).toEqual(kept), 20_000)
})

it('an event that was deleted by age is too old to be sent again', async () => {
  const { url, query, file, close } = await startCollector()
  const event = view()
  await post(url, batch([event]))
  await query("update events set received = received - interval '11 days'")
  await close()
  const again = await startCollector(file, { days: 10 })
  expect(await again.query('select count(*) as n from events')).toEqual([{ n: 0 }])
  const elevenDaysMs = 11 * 86_400_000
  const late = { ...event, at: Number(event.at) - elevenDaysMs }
  expect((await post(again.url, batch([late]))).answer).toMatchObject({ stored: 0, refused: [{}] })
})

it('the command deletes what is older than it says', async () => {
  const { file, kept } = await fill(20)
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [ADMIN, 'expire', '--file', file, ...args], { encoding: 'utf8' })
  expect(run().stdout).toBe('deleted 0 events that were older than 90 days\n')
  expect(run('--days', '19').stdout).toBe('deleted 2 events that were older than 19 days\n')
  const { query } = await startCollector(file)
  expect(await left(query)).toEqual({ ids: kept, previews: [TOKEN] })
})

const refusalOf = (days: number): string =>
  `Events can be kept for 10 to 758 days (25 months), not for ${days}.`

it.each([0, 9, 9.5, 759, 10_000, Number.NaN])('%d days are refused', async (days) => {
  const file = await newStore()
  await expect(createCollector({ file, days })).rejects.toThrow(refusalOf(days))
  for (const given of [['--days', String(days)], { RETENTION_DAYS: String(days) }]) {
    const [args, env] = Array.isArray(given) ? [given, {}] : [[], given]
    const why = `--days: ${refusalOf(days)}`
    expect(readOptions(args, env, () => '')).toEqual({ ok: false, why })
  }
})

it('more than 25 months end the command before it opens the store', async () => {
  const file = await newStore()
  const { status, stderr } = spawnSync(
    process.execPath,
    [server, '--file', file, '--days', '759'],
    { encoding: 'utf8' },
  )
  expect([status, stderr]).toEqual([1, `collector: --days: ${refusalOf(759)}\n`])
  expect(existsSync(file)).toBe(false)
})

it('758 days, the shortest 25 months, are taken, and older events go', async () => {
  const { file, kept } = await fill(759)
  const running = startProcess(['--port', '0', '--file', file, '--days', '758'])
  await running.url
  running.child.kill('SIGTERM')
  expect(await running.exit).toBe(0)
  expect(running.text.err).toBe('collector: Deleted 2 events that were older than 758 days.\n')
  const { query } = await startCollector(file, { days: 758 })
  expect((await left(query)).ids).toEqual(kept)
})
