import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { columns } from '../../examples/collector/store/columns.js'
import { batch, engage, landing, post, share, view } from './collectorEvents.js'
import { startCollector } from './collectorFolder.js'

const token = 'g1ran22qg8xdj'

describe('storing', () => {
  it('answers with what it stored, readable from every origin and cached by nobody', async () => {
    const { url, query } = await startCollector()
    const sent = share(token)
    const reply = await post(url, batch([sent]), { Origin: 'https://journal.example' })
    expect(reply).toMatchObject({ status: 200, answer: { stored: 1, repeated: 0, refused: [] } })
    expect(reply.headers.get('access-control-allow-origin')).toBe('*')
    expect(reply.headers.get('cache-control')).toBe('no-store')
    expect(await query('select id, site from events')).toEqual([
      { id: sent.id, site: 'journal.example' },
    ])
  })

  it('takes application/json as well', async () => {
    const { url } = await startCollector()
    const reply = await post(url, batch([view()]), { 'Content-Type': 'application/json' })
    expect(reply).toMatchObject({ status: 200, answer: { stored: 1 } })
  })

  it('answers a preflight', async () => {
    const { url } = await startCollector()
    const response = await fetch(`${url}/collect`, { method: 'OPTIONS' })
    expect(response.status).toBe(204)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('access-control-allow-methods')).toContain('POST')
    expect(response.headers.get('access-control-allow-headers')?.toLowerCase()).toBe('content-type')
  })

  it('keeps every field of an event, in a column or in rest', async () => {
    const { url, query } = await startCollector()
    const full = share(token, {
      load: 'l'.repeat(21),
      automated: true,
      rate: 0.25,
      depth: 7,
      parent: 'h0000000000hb',
      target: 'https://journal.example/été?x=\u{1f600}',
      urls: 3,
      certain: false,
    })
    const goal = {
      ...view(),
      type: 'convert',
      name: "o'subscribe\0\n",
      value: 12.5,
      currency: 'EUR',
      key: 'order 7',
    }
    const extension = { ...view(), type: 'x_scroll', data: { percent: 80, word: 'é' } }
    expect(await post(url, batch([full, goal, extension]))).toMatchObject({
      answer: { stored: 3, refused: [] },
    })
    const [stored] = await query('select * from events where type = ?', ['share'])
    const { type, at, ...columnsOfShare } = full
    expect(stored).toMatchObject({ ...columnsOfShare, type, at_ms: at, rest: null })
    expect(
      await query('select name, value, currency, rest from events where type = $type', {
        type: 'convert',
      }),
    ).toEqual([
      { name: "o'subscribe\0\n", value: 12.5, currency: 'EUR', rest: '{"key":"order 7"}' },
    ])
    const [scroll] = await query("select rest from events where type = 'x_scroll'")
    expect(JSON.parse(String(scroll?.rest))).toEqual({ data: { percent: 80, word: 'é' } })
  })

  it('has the columns that its own list names, and none for an address', async () => {
    const { query } = await startCollector()
    const names = (await query('describe events')).map((row) => row.column_name)
    expect(names).toEqual(columns.map(({ name }) => name))
    expect(names.filter((name) => /addr|ip|agent/.test(String(name)))).toEqual([])
  })
})

describe('repeats', () => {
  it('are dropped within a batch, between batches and over a restart', async () => {
    const first = await startCollector()
    const [one, two, three] = [share(token), view(), landing(token)]
    expect((await post(first.url, batch([one, two, one]))).answer).toMatchObject({
      stored: 2,
      repeated: 1,
    })
    expect((await post(first.url, batch([two, three]))).answer).toMatchObject({
      stored: 1,
      repeated: 1,
    })
    await first.close()
    const second = await startCollector(first.file)
    expect((await post(second.url, batch([one, two, three]))).answer).toMatchObject({
      stored: 0,
      repeated: 3,
    })
    expect(await second.query('select count(*) as n from events')).toEqual([{ n: 3 }])
  })

  it('are told apart by site', async () => {
    const { url, query } = await startCollector()
    const event = view()
    await post(url, batch([event]))
    const other = await post(url, batch([event], { site: 'other.example' }))
    expect(other.answer).toMatchObject({ stored: 1, repeated: 0 })
    expect(await query('select count(*) as n from events')).toEqual([{ n: 2 }])
  })

  it('sent at the same time are stored exactly once', async () => {
    const { url, query } = await startCollector()
    const events = Array.from({ length: 200 }, () => view())
    const posts = Array.from({ length: 60 }, (_, n) =>
      post(url, batch([...events.slice(n * 2, n * 2 + 60), view()])),
    )
    const replies = (await Promise.all(posts)).map(
      ({ answer }) => answer as { stored: number; repeated: number },
    )
    const sum = (name: 'stored' | 'repeated') =>
      replies.reduce((total, reply) => total + reply[name], 0)
    const distinct = 178 + 60
    expect(sum('stored')).toBe(distinct)
    expect(sum('stored') + sum('repeated')).toBe(60 * 61)
    expect(await query('select count(*) as n, count(distinct id) as ids from events')).toEqual([
      { n: distinct, ids: distinct },
    ])
  })
})

describe('a bad event among good ones', () => {
  it('is refused by name, and the good ones are stored', async () => {
    const { url, query, lines } = await startCollector()
    const good = [share(token), engage('l'.repeat(21))]
    const bad = share(token, { depth: 12 })
    const { status, answer } = await post(url, batch([good[0], bad, { type: 'share' }, good[1]]))
    expect([status, answer]).toEqual([
      200,
      {
        stored: 2,
        repeated: 0,
        refused: [
          { id: bad.id, why: 'depth must be a whole number from 0 to 7' },
          { id: '#2', why: 'id is missing' },
        ],
      },
    ])
    const stored = (await query('select id from events')).map(({ id }) => id)
    expect(new Set(stored)).toEqual(new Set(good.map((event) => event?.id)))
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain(`refused 2 of the events, first ${String(bad.id)}: depth must be`)
  })

  it('that is alone still gets an answer', async () => {
    const { url } = await startCollector()
    expect(await post(url, batch([{}]))).toMatchObject({
      status: 200,
      answer: { stored: 0, refused: [{ id: '#0' }] },
    })
  })
})

describe('a host with half a character', () => {
  it('is refused, and what others send at the same moment is stored', async () => {
    const { url, query } = await startCollector()
    const good = Array.from({ length: 5 }, () => view())
    const bad = view({ referrerHost: 'a.\udfff' })
    const [site, referrer, ...others] = await Promise.all([
      post(url, batch([view()], { site: '\ud800.example' })),
      post(url, batch([bad])),
      ...good.map((event) => post(url, batch([event]))),
    ])
    expect(site).toMatchObject({ status: 400, answer: { error: 'site must be a host name.' } })
    expect(referrer).toMatchObject({
      status: 200,
      answer: { stored: 0, refused: [{ id: bad.id, why: 'referrerHost must be a host name' }] },
    })
    for (const other of others)
      expect(other).toMatchObject({ status: 200, answer: { stored: 1, refused: [] } })
    const stored = (await query('select id from events')).map(({ id }) => id)
    expect(new Set(stored)).toEqual(new Set(good.map(({ id }) => id)))
  })
})

describe('a store that fails', () => {
  it('is answered with 503 and stores nothing, and the next batch after it is mended goes in', async () => {
    const { url, query, lines } = await startCollector()
    await query('alter table events rename to away')
    const event = view()
    const reply = await post(url, batch([event]))
    expect(reply).toMatchObject({ status: 503, answer: { error: expect.any(String) as string } })
    expect(reply.headers.get('access-control-allow-origin')).toBe('*')
    expect(lines).toHaveLength(1)
    await query('alter table away rename to events')
    expect(await query('select count(*) as n from events')).toEqual([{ n: 0 }])
    expect((await post(url, batch([event, view()]))).answer).toMatchObject({ stored: 2 })
  })
})

describe('the README', () => {
  it('shows questions that the store answers, and every column', async () => {
    const text = await readFile(
      new URL('../../examples/collector/README.md', import.meta.url),
      'utf8',
    )
    const { url, query } = await startCollector()
    const arrived = landing(token)
    await post(url, batch([share(token), arrived, engage(arrived.id)]))
    const questions = [...text.matchAll(/```sql\n(.+?)```/gs)].flatMap(([, sql = '']) =>
      sql.split(';').filter((statement) => statement.trim()),
    )
    expect(questions.length).toBeGreaterThan(1)
    for (const question of questions) expect(await query(question)).not.toEqual([])
    for (const { name } of columns) expect(text).toContain(`\`${name}\``)
  })
})
