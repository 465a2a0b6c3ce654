/** Export and erasure by token: over HTTP while the collector runs, by the command while it does not. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Collector } from '../../examples/collector/createCollector.js'
import { readTask } from '../../examples/collector/readTask.js'
import { runTask } from '../../examples/collector/runTask.js'
import { batch, engage, landing, post, share, tokenOf, view } from './collectorEvents.js'
import { newStore, startCollector } from './collectorFolder.js'
import { startProcess } from './collectorProcess.js'

const ADMIN = fileURLToPath(new URL('../../examples/collector/admin.js', import.meta.url))
const SECRET = 'sixteen-or-more-characters'
const [TOKEN, OTHER, CHILD] = [tokenOf(1), tokenOf(2), tokenOf(3)]

type Given = Record<string, unknown>

/** What one token leaves in a store, and what is another's. */
const makeEvents = (): { named: Given[]; child: Given; others: Given[] } => {
  const first = share(TOKEN)
  const arrived = landing(TOKEN)
  const person = engage(arrived.id, { token: TOKEN })
  const goal = { ...view(), type: 'convert', name: 'subscribe', token: TOKEN }
  const hidden = { ...view(), type: 'x_scroll', data: { word: `was ${TOKEN}` } }
  const child = share(CHILD, { depth: 2, parent: TOKEN, load: arrived.id })
  const others = [share(OTHER), landing(OTHER), view()]
  return { named: [first, arrived, person, goal, hidden], child, others }
}

const ask = async (url: string, what: string, body: string, secret?: string) => {
  const headers = secret === undefined ? {} : { Authorization: `Bearer ${secret}` }
  const response = await fetch(`${url}/api/${what}`, { method: 'POST', body, headers })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

const run = async (
  args: string[],
  options: { env?: Record<string, string>; input?: string } = {},
) => {
  const env = { ...process.env, COLLECTOR_SECRET: undefined, ...options.env }
  const child = spawn(process.execPath, [ADMIN, ...args], { env, stdio: 'pipe' })
  onTestFinished(() => void child.kill('SIGKILL'))
  child.stdin.end(options.input)
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)])
  if (child.exitCode === null) await once(child, 'exit')
  return { code: child.exitCode, out, err }
}

/** Every value of every table, as one text. */
const everything = async ({ query }: Pick<Collector, 'query'>): Promise<string> => {
  const tables = await query('select table_name from duckdb_tables() where not temporary')
  const rows = await Promise.all(
    tables.map(({ table_name }) => query(`from ${String(table_name)}`)),
  )
  expect(tables.length).toBeGreaterThanOrEqual(4)
  return JSON.stringify(rows)
}

const idsOf = async ({ query }: Pick<Collector, 'query'>): Promise<unknown[]> =>
  (await query('select id from events order by id')).map(({ id }) => id)

const sorted = (events: { id?: unknown }[]): unknown[] =>
  events.map(({ id }) => id).toSorted((one, other) => (String(one) < String(other) ? -1 : 1))

describe('over HTTP', () => {
  it('all events of a token are exported as JSON lines, its later shares and its previews too', async () => {
    const { url, query } = await startCollector(undefined, { secret: SECRET })
    const { named, child, others } = makeEvents()
    await post(url, batch([...others, ...named, child]))
    await query(
      `insert into previews values ('journal.example', '${TOKEN}', 'Slackbot', 'Slack', 'slack', 'private', 'server', now()::timestamp)`,
    )
    const { status, headers, text: lines } = await ask(url, 'export', TOKEN.toUpperCase(), SECRET)
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
      200,
      'application/x-ndjson; charset=utf-8',
      'no-store',
    ])
    const rows = lines
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(sorted(rows.filter(({ id }) => id))).toEqual(sorted([...named, child]))
    expect(rows.find(({ id }) => id === named[0]?.id)).toMatchObject({
      site: 'journal.example',
      type: 'share',
      ts: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string,
      token: TOKEN,
      channel: 'copy',
      certain: true,
    })
    expect(rows.at(-1)).toMatchObject({ type: 'preview', token: TOKEN, network: 'Slack' })
    expect(JSON.stringify(rows)).not.toContain('null')
    // Nothing was changed by it, and a token that nobody has seen has no lines.
    expect(await ask(url, 'export', tokenOf(9), SECRET)).toMatchObject({ status: 200, text: '' })
    expect(await query('select count(*) as n from events')).toEqual([{ n: 9 }])
  })

  it('an erased token is nowhere in the store any more, and comes back by no retry, no restart, no late reader', async () => {
    const first = await startCollector(undefined, { secret: SECRET })
    const { named, child, others } = makeEvents()
    await post(first.url, batch([...others, ...named, child]))
    await first.query(
      `insert into previews values ('journal.example', '${TOKEN}', 'Slackbot', 'Slack', 'slack', 'private', 'server', now()::timestamp)`,
    )
    const erased = await ask(first.url, 'erase', `${TOKEN}\n`, SECRET)
    expect([erased.status, JSON.parse(erased.text)]).toEqual([
      200,
      { erased: 5, unlinked: 1, previews: 1 },
    ])
    const check = async (collector: Pick<Collector, 'query' | 'url'>): Promise<void> => {
      const retry = await post(collector.url, batch([...named, child, ...others]))
      expect(retry.answer).toEqual({ stored: 0, repeated: 9, refused: [] })
      // The link is still out there: whoever opens it or passes it on names the token anew.
      const late = await post(collector.url, batch([landing(TOKEN), share(TOKEN)]))
      expect(late.answer).toEqual({ stored: 0, repeated: 2, refused: [] })
      expect(await idsOf(collector)).toEqual(sorted([child, ...others]))
      expect(await everything(collector)).not.toContain(TOKEN)
    }
    await check(first)
    // What other readers passed on stays, as a chain whose beginning is unknown.
    expect(
      await first.query('select parent, depth, load from events where token = ?', [CHILD]),
    ).toEqual([{ parent: null, depth: 2, load: named[1]?.id }])
    const snapshot = await fetch(`${first.url}/api/snapshot`, {
      headers: { Authorization: `Bearer ${SECRET}` },
    })
    expect(await snapshot.json()).toMatchObject({ totals: { shares: 2, landings: 1 } })
    await first.close()

    const second = await startCollector(first.file, { secret: SECRET })
    await check(second)
    // A share that begins with the erased token later is stored as one without a parent.
    const orphan = share(tokenOf(4), { depth: 2, parent: TOKEN })
    expect(await post(second.url, batch([orphan]))).toMatchObject({ answer: { stored: 1 } })
    expect(
      await second.query('select parent from events where id = ?', [String(orphan.id)]),
    ).toEqual([{ parent: null }])
    expect(await everything(second)).not.toContain(TOKEN)
    // Once more changes nothing.
    expect(JSON.parse((await ask(second.url, 'erase', TOKEN, SECRET)).text)).toEqual({
      erased: 0,
      unlinked: 0,
      previews: 0,
    })
  })

  it('erasing while events of the token arrive leaves none of them', async () => {
    const { url, query } = await startCollector(undefined, { secret: SECRET })
    const posts = Array.from({ length: 40 }, (_, n) =>
      post(url, batch([landing(n % 2 ? TOKEN : OTHER), share(CHILD, { depth: 2, parent: TOKEN })])),
    )
    const erasure = await ask(url, 'erase', TOKEN, SECRET)
    for (const { status } of [erasure, ...(await Promise.all(posts))]) expect(status).toBe(200)
    expect(
      await query('select token, parent, count(*) as n from events group by all order by token'),
    ).toEqual([
      { token: OTHER, parent: null, n: 20 },
      { token: CHILD, parent: null, n: 40 },
    ])
  })

  it.each(['export', 'erase'])(
    '%s is for who knows the secret, and for nobody where there is none',
    async (what) => {
      const open = await startCollector()
      expect(await ask(open.url, what, TOKEN)).toMatchObject({
        status: 403,
        text: '{"error":"Only a collector with a COLLECTOR_SECRET does this by HTTP."}\n',
      })
      expect(await ask(open.url, what, TOKEN, 'undefined')).toMatchObject({ status: 403 })
      const { url, query } = await startCollector(undefined, { secret: SECRET })
      await post(url, batch([share(TOKEN)]))
      for (const secret of [undefined, '', 'wrong', `${SECRET}x`, SECRET.slice(1)])
        expect(await ask(url, what, TOKEN, secret)).toMatchObject({ status: 401 })
      expect((await fetch(`${url}/api/${what}?token=${TOKEN}`)).status).toBe(405)
      for (const body of ['', 'x', `${TOKEN} g1ran22qg8xdk`, "' or 1=1 --"])
        expect(await ask(url, what, body, SECRET)).toMatchObject({ status: 400 })
      expect(await ask(url, what, `${TOKEN} `.repeat(5000), SECRET)).toMatchObject({ status: 413 })
      expect(await query('select count(*) as n from events')).toEqual([{ n: 1 }])
    },
  )

  it.each(['export', 'erase'])(
    '%s of a store that fails is answered, and nothing is erased',
    async (what) => {
      const { url, query } = await startCollector(undefined, { secret: SECRET })
      await post(url, batch([share(TOKEN)]))
      await query('alter table previews rename to away')
      expect(await ask(url, what, TOKEN, SECRET)).toMatchObject({
        status: 500,
        text: '{"error":"The collector failed."}\n',
      })
      await query('alter table away rename to previews')
      expect(await query('select token from events')).toEqual([{ token: TOKEN }])
      expect((await post(url, batch([landing(TOKEN)]))).answer).toMatchObject({ stored: 1 })
      expect(await ask(url, what, TOKEN, SECRET)).toMatchObject({ status: 200 })
    },
  )

  it('with a secret, figures and previews need it too', async () => {
    const { url } = await startCollector(undefined, { secret: SECRET })
    const status = async (path: string, headers: Record<string, string> = {}, method = 'GET') => {
      const controller = new AbortController()
      const response = await fetch(url + path, { headers, method, signal: controller.signal })
      controller.abort()
      return response.status
    }
    const right = { Authorization: `Bearer ${SECRET}` }
    for (const path of ['/api/snapshot', '/api/stream']) {
      expect(await status(path)).toBe(401)
      expect(await status(path, { Authorization: 'Bearer wrong' })).toBe(401)
      expect(await status(path, right)).toBe(200)
      expect(await status(path, { ...right, 'X-Forwarded-For': '203.0.113.7' })).toBe(200)
    }
    expect(await status('/api/previews', {}, 'POST')).toBe(401)
  })
})

describe('the command', () => {
  const fill = async (): Promise<{ file: string; events: ReturnType<typeof makeEvents> }> => {
    const { url, file, close } = await startCollector()
    const events = makeEvents()
    await post(url, batch([...events.others, ...events.named, events.child]))
    await close()
    return { file, events }
  }

  it('exports and erases while no collector runs, and the next one knows of it', async () => {
    const { file, events } = await fill()
    const exported = await run(['export', TOKEN, '--file', file])
    expect([exported.code, exported.err]).toEqual([0, ''])
    expect(exported.out.trimEnd().split('\n')).toHaveLength(6)
    const erased = await run(['erase', '-', '--file', file], { input: `${TOKEN}\n${tokenOf(8)}\n` })
    expect(erased).toEqual({
      code: 0,
      out: 'erased 5 events and 0 previews; 1 later shares have no parent now\n',
      err: '',
    })
    const collector = await startCollector(file)
    expect((await post(collector.url, batch(events.named))).answer).toMatchObject({ stored: 0 })
    expect(await everything(collector)).not.toContain(TOKEN)
  })

  it('asks a collector that runs, by its secret', async () => {
    const file = await newStore()
    const running = startProcess(['--port', '0', '--file', file], { COLLECTOR_SECRET: SECRET })
    const url = await running.url
    const { named, child } = makeEvents()
    await post(url, batch([...named, child]))
    const busy = await run(['export', TOKEN, '--file', file])
    expect([busy.code, busy.out]).toEqual([1, ''])
    expect(busy.err).toMatch(/^admin: The store .+ is in use by another process: .+\n$/)
    const env = { COLLECTOR_SECRET: SECRET }
    const exported = await run(['export', TOKEN, '--url', url], { env })
    expect([exported.code, exported.out.trimEnd().split('\n').length]).toEqual([0, 6])
    expect(await run(['erase', TOKEN, '--url', url], { env })).toMatchObject({
      code: 0,
      out: 'erased 5 events and 0 previews; 1 later shares have no parent now\n',
    })
    const wrong = await run(['erase', TOKEN, '--url', url], {
      env: { COLLECTOR_SECRET: 'another' },
    })
    expect([wrong.code, wrong.err]).toEqual([
      1,
      'admin: The collector answered 401: {"error":"This needs the secret of the collector."}\n',
    ])
  })

  it.each([
    [[], 'Use "export TOKEN…", "erase TOKEN…" or "expire", with --file STORE or --url COLLECTOR.'],
    [['delete', TOKEN], 'Use "export TOKEN…"'],
    [['erase'], 'No token was given.'],
    [['erase', 'g1ran22qg8xdk'], '"g1ran22qg8xdk" is no token.'],
    [
      ['erase', TOKEN, '--file', 'a', '--url', 'http://a'],
      '--file and --url are one or the other.',
    ],
    [['erase', TOKEN, '--url', 'http://127.0.0.1:9'], '--url needs the COLLECTOR_SECRET'],
    [['erase', TOKEN, '--file', 'no-such.duckdb'], 'There is no store no-such.duckdb.'],
    [
      ['expire', '--days', '759'],
      'Events can be kept for 10 to 758 days (25 months), not for 759.',
    ],
    [
      ['expire', '--dyas', '90'],
      "Unknown option '--dyas'. Known flags are --file, --url and --days.",
    ],
  ])('says in one sentence what is wrong with %j', async (args, sentence) => {
    const task = await readTask(args, {}, () => Promise.resolve(''))
    const why = task.ok ? await runTask(task).catch(String) : task.why
    expect(why).toContain(sentence)
    expect(why).not.toContain('\n')
  })

  it('says it to standard error, and ends with 1', async () => {
    expect(await run(['erase', 'g1ran22qg8xdk'])).toEqual({
      code: 1,
      out: '',
      err: 'admin: "g1ran22qg8xdk" is no token.\n',
    })
  })
})
