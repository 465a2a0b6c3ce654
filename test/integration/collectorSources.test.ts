/** Where arrivals came from: classified when they arrive, and again from what is stored. */
import { DuckDBInstance } from '@duckdb/node-api'
import { describe, expect, it } from 'vitest'
import { createQuery } from '../../examples/collector/store/createQuery.js'
import { openDatabase } from '../../examples/collector/store/openDatabase.js'
import { reclassify } from '../../examples/collector/store/reclassify.js'
import { batch, engage, landing, post, share, view } from './collectorEvents.js'
import { newStore, startCollector } from './collectorFolder.js'
import { startProcess } from './collectorProcess.js'

const TOKEN = 'g1ran22qg8xdj'
const WHATSAPP =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/130.0.0.0 Mobile Safari/537.36 [WA4A/2.25.32.75;]'
const HEADLESS =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/130.0.0.0 Safari/537.36'
const SOURCES = 'select id, source, source_channel, source_kind, confidence, because from events'
const DEEP = 'https://journal.example/harbour/last-crossing'
type Json = Record<string, unknown>

/** One arrival for each rung, with the source, the channel and the confidence that it has to get. */
const ARRIVALS: readonly (readonly [Json, string | null, string | null, string | null])[] = [
  [landing(TOKEN), 'token', 'copy', 'A'],
  [landing(TOKEN, { repaired: true }), 'token', 'copy', 'B'],
  [landing(TOKEN, { own: true }), 'internal', null, 'C'],
  [view({ damaged: true }), 'damaged', null, 'D'],
  [view({ campaign: 'spring' }), 'campaign', null, 'C'],
  [view({ click: 'fbclid' }), 'network', 'facebook', 'C'],
  [view({ referrerHost: 'web.whatsapp.com' }), 'network', 'whatsapp', 'C'],
  [view({ referrerHost: 'www.google.com' }), 'search', null, 'C'],
  [view({ referrerHost: 'blog.example' }), 'site', null, 'C'],
  [view({ app: 'line' }), 'app', 'line', 'D'],
  [view({ page: DEEP }), 'inferred', null, 'E'],
  [view({ page: 'https://journal.example/' }), 'direct', null, 'F'],
  [view({ page: DEEP, navigation: 'route', entry: false }), null, null, null],
  [share(TOKEN), null, null, null],
]

describe('an arrival', () => {
  it('gets its source, by every rung of the ladder, while other events get none', async () => {
    const { url, query } = await startCollector()
    await post(url, batch(ARRIVALS.map(([event]) => event)))
    const stored = new Map((await query(SOURCES)).map((row) => [row.id, row]))
    for (const [event, source, channel, confidence] of ARRIVALS) {
      const because = source === null ? null : (expect.any(String) as string)
      expect(stored.get(event.id)).toMatchObject({
        source,
        source_channel: channel,
        confidence,
        because,
      })
    }
  })

  it('is in the app that the user agent of its request names, and of that nothing else is kept', async () => {
    const { url, query } = await startCollector()
    const events = [
      view({ page: DEEP }),
      view({ page: DEEP, app: 'line' }),
      landing(TOKEN),
      share(TOKEN),
    ]
    await post(url, batch(events), { 'User-Agent': WHATSAPP })
    const rows = await query('select id, app, source_channel, confidence from events')
    const read = events.map(({ id }) => rows.find((row) => row.id === id))
    expect(read).toMatchObject([
      { app: 'whatsapp', source_channel: 'whatsapp', confidence: 'D' },
      { app: 'line', source_channel: 'line', confidence: 'D' },
      { app: 'whatsapp', source_channel: 'copy', confidence: 'A' },
      { app: null, source_channel: null, confidence: null },
    ])
    const everything = JSON.stringify(await query('select events::varchar as row from events'))
    for (const part of ['Android', 'WA4A', 'Mozilla', '127.0.0.1'])
      expect(everything).not.toContain(part)
  })

  it('of a program is marked, and counted nowhere', async () => {
    const { url, query } = await startCollector()
    const arrived = landing(TOKEN)
    const events = [share(TOKEN), arrived, engage(arrived.id), view({ page: DEEP })]
    await post(url, batch(events), { 'User-Agent': HEADLESS })
    expect(await query('select distinct bot from events')).toEqual([{ bot: 'automation' }])
    const snapshot = (await (await fetch(`${url}/api/snapshot`)).json()) as Record<string, unknown>
    expect(Object.values(snapshot.totals as Json).every((number) => number === 0)).toBe(true)
    expect(snapshot).toMatchObject({ channels: [], kinds: [], sources: [], origins: [], trees: [] })
  })

  it('is counted where a relay has dropped the user agent', async () => {
    const { url, query } = await startCollector()
    await post(url, batch([view({ page: DEEP })]), { 'User-Agent': '' })
    expect(await query('select distinct bot, app from events')).toEqual([{ bot: null, app: null }])
  })
})

describe('the snapshot', () => {
  it('counts visits by source and by channel, and what is wrong with tokens apart', async () => {
    const { url } = await startCollector()
    const [first] = ARRIVALS[0] ?? []
    const unmatched = landing('h0000000000hb', { channel: 'drag' })
    await post(url, batch([...ARRIVALS.map(([event]) => event), engage(first?.id), unmatched]))
    const { sources, origins, totals } = (await (await fetch(`${url}/api/snapshot`)).json()) as Json
    const row = (confidence: string, source: string, arrivals: number, people = 0): Json => ({
      confidence,
      source,
      arrivals,
      people,
    })
    expect(sources).toEqual([
      row('A', 'token', 2, 1),
      row('B', 'token', 1),
      row('C', 'network', 2),
      row('C', 'campaign', 1),
      row('C', 'search', 1),
      row('C', 'site', 1),
      row('D', 'app', 1),
      row('D', 'damaged', 1),
      row('E', 'inferred', 1),
      row('F', 'direct', 1),
    ])
    expect(origins).toContainEqual({
      ...row('C', 'network', 1),
      channel: 'whatsapp',
      kind: 'private',
    })
    expect(totals).toMatchObject({ own: 1, repaired: 1, damaged: 1, unmatched: 1, unclassified: 0 })
  })
})

/** The table as the first version made it. */
const FIRST_TABLE = `create table events (
  site varchar not null, id varchar not null, type varchar not null, ts timestamp not null, at_ms bigint not null,
  received timestamp not null, page varchar not null, load varchar, mode varchar not null, automated boolean, rate double,
  token varchar, channel varchar, kind varchar, gesture varchar, depth tinyint, parent varchar, target varchar, urls integer,
  certain boolean, repaired boolean, own boolean, referrer_host varchar, app varchar, click varchar, navigation varchar,
  entry boolean, campaign varchar, damaged boolean, arrival varchar, evidence varchar, name varchar, value double,
  currency varchar, lost bigint, rest varchar, primary key (site, id))`
const OLD_EVENTS = `insert into events (site, id, type, ts, at_ms, received, page, mode, navigation, entry, referrer_host, token,
    channel, kind, depth, repaired)
  select 'journal.example', 'id' || i, if(i % 3 = 0, 'landing', 'view'), now()::timestamp, 0, now()::timestamp,
    '${DEEP}', 'cookieless', if(i % 3 = 0, null, 'navigate'), if(i % 3 = 0, null, i % 3 = 1),
    if(i % 6 = 1, 'web.whatsapp.com', null), if(i % 3 = 0, '${TOKEN}', null), if(i % 3 = 0, 'copy', null),
    if(i % 3 = 0, 'blind', null), if(i % 3 = 0, 1, null), if(i % 3 = 0, false, null)
  from range(COUNT) t(i)`

const makeOldStore = async (count: number): Promise<string> => {
  const file = await newStore()
  const database = await DuckDBInstance.create(file)
  const connection = await database.connect()
  await connection.run(FIRST_TABLE)
  await connection.run(OLD_EVENTS.replace('COUNT', String(count)))
  connection.closeSync()
  database.closeSync()
  return file
}
const COUNTS = `select source, confidence, count(*) as n from events group by all order by n desc, source`

describe('a store of the first version', () => {
  it('is opened with all of its events, says how many have no source, and takes new ones', async () => {
    const { url, query } = await startCollector(await makeOldStore(12))
    const totals = async (): Promise<unknown> =>
      ((await (await fetch(`${url}/api/snapshot`)).json()) as Json).totals
    expect(await totals()).toMatchObject({ landings: 4, views: 8, unclassified: 8 })
    expect((await post(url, batch([view({ page: DEEP })]))).answer).toMatchObject({ stored: 1 })
    expect(await query(COUNTS)).toEqual([
      { source: null, confidence: null, n: 12 },
      { source: 'inferred', confidence: 'E', n: 1 },
    ])
    expect(await totals()).toMatchObject({ unclassified: 8 })
  })

  it('answers a repeat as one, however old the first is, although its primary key refuses it', async () => {
    const { url, query, file, close } = await startCollector(await makeOldStore(12))
    const [old, young] = [view(), view()]
    await post(url, batch([old, young]))
    await query("update events set received = received - interval '30 days' where id = ?", [
      String(old.id),
    ])
    await close()
    const again = await startCollector(file)
    // Sent anew with a clock of today: only the key knows it.
    const replies = await Promise.all([
      post(again.url, batch([view(), old, view()])),
      post(again.url, batch([old])),
      post(again.url, batch([young, view()])),
    ])
    expect(replies.map(({ status, answer }) => [status, answer])).toEqual([
      [200, { stored: 2, repeated: 1, refused: [] }],
      [200, { stored: 0, repeated: 1, refused: [] }],
      [200, { stored: 1, repeated: 1, refused: [] }],
    ])
    expect(await again.query('select count(*) as n from events')).toEqual([{ n: 17 }])
  })

  it('is refused, and left as it is, where its table is another one', async () => {
    const file = await newStore()
    const other = await DuckDBInstance.create(file)
    const connection = await other.connect()
    await connection.run('create table events (day date, what varchar)')
    connection.closeSync()
    other.closeSync()
    await expect(openDatabase(file)).rejects.toThrow('has other columns: choose another --file.')
    const again = await DuckDBInstance.create(file)
    const reader = await (await again.connect()).runAndReadAll('select * from events')
    expect(reader.columnNames()).toEqual(['day', 'what'])
    again.closeSync()
  })
})

describe('--reclassify', () => {
  it('gives every arrival its source, in batches, also after it was killed, and then changes nothing', async () => {
    const count = 12_000
    const file = await makeOldStore(count)
    const args = ['--reclassify', '--file', file]
    const killed = startProcess(args)
    killed.url.catch(() => undefined) // it listens nowhere
    killed.child.stdout?.once('data', () => killed.child.kill('SIGKILL'))
    await killed.exit
    const again = startProcess(args)
    expect(await again.exit).toBe(0)
    expect(again.text.out).toMatch(
      /classified 8000 arrivals again, \d+ have another source than before\n$/,
    )

    const database = await openDatabase(file)
    const connection = await database.connect()
    expect(await createQuery(connection)(COUNTS)).toEqual([
      { source: 'token', confidence: 'A', n: count / 3 },
      { source: null, confidence: null, n: count / 3 },
      { source: 'inferred', confidence: 'E', n: count / 6 },
      { source: 'network', confidence: 'C', n: count / 6 },
    ])
    connection.closeSync()
    expect(await reclassify(database)).toEqual({ arrivals: 8_000, changed: 0 })
    database.closeSync()
  })

  it('puts right what an older table said, and keeps what the collector said on arrival', async () => {
    const { url, query, close, file } = await startCollector()
    await post(url, batch(ARRIVALS.map(([event]) => event)), { 'User-Agent': WHATSAPP })
    const before = await query(`${SOURCES} order by id`)
    await query(
      "update events set source = 'site', source_channel = 'x', because = 'old' where entry",
    )
    await close()
    const database = await openDatabase(file)
    const { changed } = await reclassify(database, { batchRows: 3 })
    expect(changed).toBe(9)
    const connection = await database.connect()
    expect(await createQuery(connection)(`${SOURCES} order by id`)).toEqual(before)
    connection.closeSync()
    database.closeSync()
  })

  it('says in one sentence that a collector runs on the store', async () => {
    const { file } = await startCollector()
    const run = startProcess(['--reclassify', '--file', file])
    expect(await run.exit).toBe(1)
    expect(run.text.err).toMatch(/^collector: The store .+ is in use by another process: .+\n$/)
  })
})
