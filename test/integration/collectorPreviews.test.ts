/** What previews told goes into the store, and to the shares that it is about. */
import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createPreviewReader } from 'aparte/server'
import { expect, it } from 'vitest'
import { ACCESS_LINES, FETCHED_AT, TOKEN } from '../corpus/accessLines.js'
import { batch, landing, post, share } from './collectorEvents.js'
import { startCollector } from './collectorFolder.js'
import { startProcess } from './collectorProcess.js'

const COMBINED = ACCESS_LINES[0]?.lines ?? ''
const OTHER = 'h0000000000hb'
type Json = Record<string, unknown>

const reportOn = (...lines: string[]): string => {
  const reader = createPreviewReader()
  for (const line of lines) reader.write(`${line}\n`)
  reader.end()
  return JSON.stringify(reader.report())
}
const telegramAt = (clock: string): string =>
  COMBINED.replace('07:44:07', clock).replace(/"Slackbot.*"/, '"TelegramBot (like TwitterBot)"')
const send = async (
  url: string,
  body: string,
  headers = {},
): Promise<{ status: number; answer: Json }> => {
  const response = await fetch(`${url}/api/previews`, { method: 'POST', headers, body })
  return { status: response.status, answer: (await response.json()) as Json }
}
const STORED = 'select site, token, network, channel, kind, fetched_by, ts from previews'

it('shows the preview at the share, under the site of the share', async () => {
  const { url, query } = await startCollector()
  await post(url, batch([share(TOKEN), share(OTHER, { parent: TOKEN, depth: 2 })]))
  expect(await send(url, reportOn(COMBINED))).toEqual({
    status: 200,
    answer: { stored: 1, known: 0, unknown: 0, refused: 0 },
  })
  expect(await query(STORED)).toEqual([
    {
      site: 'journal.example',
      token: TOKEN,
      network: 'Slack',
      channel: 'slack',
      kind: 'private',
      fetched_by: 'server',
      ts: new Date(FETCHED_AT),
    },
  ])
  const { trees } = (await (await fetch(`${url}/api/snapshot`)).json()) as {
    trees: { roots: Json[] }[]
  }
  const [root] = trees[0]?.roots ?? []
  const preview = {
    network: 'Slack',
    channel: 'slack',
    kind: 'private',
    fetchedBy: 'server',
    ts: FETCHED_AT,
  }
  expect(root).toMatchObject({ token: TOKEN, channel: 'copy', preview })
  expect(root?.children).toEqual([
    expect.not.objectContaining({ preview: expect.anything() as unknown }),
  ])
})

it('keeps the earliest preview of a share, in whatever order and however often logs are imported', async () => {
  const { url, query } = await startCollector()
  await post(url, batch([landing(TOKEN)]))
  const network = async (): Promise<unknown> => (await query(STORED)).map((row) => row.network)
  await send(url, reportOn(COMBINED))
  expect((await send(url, reportOn(telegramAt('07:50:00')))).answer).toMatchObject({
    stored: 0,
    known: 1,
  })
  expect(await network()).toEqual(['Slack'])
  expect((await send(url, reportOn(telegramAt('07:40:00')))).answer).toMatchObject({
    stored: 1,
    known: 0,
  })
  expect((await send(url, reportOn(telegramAt('07:40:00')))).answer).toMatchObject({
    stored: 0,
    known: 1,
  })
  expect(await network()).toEqual(['Telegram'])
})

it('leaves out, and counts, what no event names and what is no preview', async () => {
  const { url, query } = await startCollector()
  await post(url, batch([share(OTHER)]))
  const { previews } = JSON.parse(reportOn(COMBINED)) as { previews: [Json] }
  const wrong = [
    null,
    'x',
    { ...previews[0], token: 'g0000000000zz' },
    { ...previews[0], bot: 'x'.repeat(101) },
    { ...previews[0], fetchedBy: 'somebody' },
    { ...previews[0], at: 1.5 },
  ]
  expect((await send(url, JSON.stringify({ previews: [...previews, ...wrong] }))).answer).toEqual({
    stored: 0,
    known: 0,
    unknown: 1,
    refused: 6,
  })
  expect(await query(STORED)).toEqual([])
  for (const body of ['nothing', '[]', '{"previews":{}}', ''])
    expect(await send(url, body)).toMatchObject({
      status: 400,
      answer: { error: expect.any(String) as string },
    })
})

it('takes previews from this machine only', async () => {
  const { url } = await startCollector()
  for (const headers of [{ Origin: 'https://evil.example' }, { 'X-Forwarded-For': '203.0.113.7' }])
    expect(await send(url, reportOn(COMBINED), headers)).toMatchObject({ status: 403 })
  expect((await fetch(`${url}/api/previews`)).status).toBe(405)
})

it('imports a file while no collector runs: --previews', async () => {
  const { url, file, close } = await startCollector()
  await post(url, batch([share(TOKEN)]))
  const report = join(dirname(file), 'previews.json')
  await writeFile(report, reportOn(COMBINED))
  const early = startProcess(['--file', file, '--previews', report])
  expect(await early.exit).toBe(1)
  expect(early.text.err).toContain('is in use by another process')
  await close()
  const run = startProcess(['--file', file, '--previews', report])
  expect(await run.exit).toBe(0)
  expect(run.text).toEqual({ out: 'collector stored 1 previews; 0 told nothing new\n', err: '' })
  const none = startProcess(['--file', file, '--previews', `${report}.none`])
  expect(await none.exit).toBe(1)
  expect(none.text.err).toMatch(/^collector: The file .+ cannot be read \(ENOENT\)\.\n$/)
})
