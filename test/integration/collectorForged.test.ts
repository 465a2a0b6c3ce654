/** What somebody sends who is no tracker. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { batch, engage, landing, post, share, tokenOf, view } from './collectorEvents.js'
import { startCollector } from './collectorFolder.js'

const TOKEN = 'g1ran22qg8xdj'
/** One character is another one, so that the check does not fit. */
const FORGED = 'g1ran22qg8xdk'
const HOUR_MS = 3_600_000

describe('a forged token', () => {
  it.each([
    ['a share', share(FORGED), 'token'],
    ['a landing', landing(FORGED), 'token'],
    ['the parent of a share', share(TOKEN, { depth: 2, parent: FORGED }), 'parent'],
    ['an engage event', engage('l'.repeat(21), { token: FORGED }), 'token'],
    ['a conversion', { ...view(), type: 'convert', name: 'x', token: FORGED }, 'token'],
  ])(
    'is refused by name in %s, and the others of its batch are stored',
    async (_, event, field) => {
      const { url, query, lines } = await startCollector()
      const good = view()
      const { status, answer } = await post(url, batch([event, good]))
      const why = `${field} must be a token that was made by a tracker`
      expect([status, answer]).toEqual([
        200,
        { stored: 1, repeated: 0, refused: [{ id: event.id, why }] },
      ])
      expect(await query('select id from events')).toEqual([{ id: good.id }])
      expect(lines).toEqual([
        `POST /collect 200 refused 1 of the events, first ${String(event.id)}: ${why}`,
      ])
    },
  )

  it('that verifies, but that nobody handed out, is counted as unmatched until its share comes', async () => {
    const { url } = await startCollector()
    const unmatched = async (): Promise<unknown> => {
      const { totals } = (await (await fetch(`${url}/api/snapshot`)).json()) as { totals: object }
      return totals
    }
    await post(url, batch([landing(tokenOf(1)), share(TOKEN), landing(TOKEN)]))
    expect(await unmatched()).toMatchObject({ landings: 2, unmatched: 1 })
    await post(url, batch([share(tokenOf(1))]))
    expect(await unmatched()).toMatchObject({ landings: 2, unmatched: 0 })
  })
})

describe('an impossible clock', () => {
  it.each([
    ['sentAt beyond every date', {}, { sentAt: 8.64e15 + 1 }, 400],
    ['sentAt below zero', {}, { sentAt: -1 }, 400],
    ['sentAt that is no number', {}, { sentAt: '2026-11-26' }, 400],
    ['at in another century', { at: 0 }, {}, 200],
    ['at beyond every date', { at: 9e15 }, {}, 200],
    ['at as text', { at: '1' }, {}, 200],
    ['at with a fraction', { at: 0.5 }, {}, 200],
  ])('%s stores nothing', async (_name, given, head, status) => {
    const { url, query } = await startCollector()
    const reply = await post(url, batch([view(given)], head))
    expect(reply.status).toBe(status)
    if (status === 200) expect(reply.answer).toMatchObject({ stored: 0, refused: [{}] })
    expect(await query('select count(*) as n from events')).toEqual([{ n: 0 }])
  })

  it('that runs backwards within a batch is corrected, and its events are as far apart as they were', async () => {
    const { url, query } = await startCollector()
    const sentAt = 1_000_000_000_000 // 2001
    await post(
      url,
      batch([view({ at: sentAt - HOUR_MS }), view({ at: sentAt + HOUR_MS })], { sentAt }),
    )
    const [first, second] = await query('select ts from events order by ts')
    expect(Number(second?.ts) - Number(first?.ts)).toBe(2 * HOUR_MS)
    expect(Math.abs(Number(second?.ts) - Date.now() - HOUR_MS)).toBeLessThan(60_000)
  })
})

describe('a JSON bomb', () => {
  const KB = 1024
  const open = `{"v":1,"site":"journal.example","sentAt":${Date.now()},"events":`
  const deep = (sign: string, end: string): string => {
    const levels = Math.floor((63 * KB) / (sign.length + end.length))
    return sign.repeat(levels) + end.repeat(levels)
  }
  it.each([
    ['brackets sixty thousand deep', deep('[', ']')],
    ['objects ten thousand deep', deep('{"a":', '}').replace(':}', ':1}')],
    ['an event of brackets', `${open}[${deep('[', ']').slice(200, -200)}]}`],
    ['sixty thousand open brackets', '['.repeat(64 * KB)],
    ['thirty thousand events', `${open}[${'0,'.repeat(30_000)}0]}`],
    ['a number of sixty thousand digits', `${open}[${'9'.repeat(60_000)}]}`],
    ['a list with a length', `${open}{"length":100}}`],
    ['a prototype with all fields', `{"__proto__":${open}[]}}`],
    ['escapes', `"${'\\u0000'.repeat(10_000)}"`],
  ])('of %s is answered at once, stores nothing, and the next batch goes in', async (_, body) => {
    const { url, query } = await startCollector()
    const reply = await post(url, body)
    expect([200, 400]).toContain(reply.status)
    expect(await query('select count(*) as n from events')).toEqual([{ n: 0 }])
    expect((await post(url, batch([view()]))).answer).toMatchObject({ stored: 1 })
  })

  it('of previews, a million brackets deep, is answered with 400', async () => {
    const { url } = await startCollector()
    const response = await fetch(`${url}/api/previews`, {
      method: 'POST',
      body: `{"previews":${'['.repeat(1e6)}`,
    })
    expect(response.status).toBe(400)
  })

  it('of duplicate keys means the last ones, for the check and for the store', async () => {
    const { url, query } = await startCollector()
    const event = JSON.stringify(share(TOKEN, { depth: 12 }))
    const twice = event.replace(
      '"depth":12',
      '"depth":12,"depth":3,"token":"x","token":"g1ran22qg8xdj"',
    )
    const body = JSON.stringify(batch([])).replace('[]', `[${twice}]`)
    expect(await post(url, body)).toMatchObject({ answer: { stored: 1 } })
    expect(await query('select token, depth from events')).toEqual([{ token: TOKEN, depth: 3 }])
  })

  it('of keys that touch prototypes changes none', async () => {
    const { url, query } = await startCollector()
    const event = JSON.stringify({
      ...view(),
      type: 'x_scroll',
      data: { constructor: 'c', toString: 't', hasOwnProperty: true },
    }).slice(1)
    const polluted = `{"__proto__":{"automated":true,"polluted":1},"constructor":{"prototype":{"polluted":1}},${event}`
    const body = JSON.stringify(batch([])).replace('[]', `[${polluted}]`)
    expect(await post(url, body)).toMatchObject({ answer: { stored: 1, refused: [] } })
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
    const [row] = await query('select automated, rest from events')
    expect(row?.automated).toBeNull()
    expect(JSON.parse(String(row?.rest))).toEqual({
      data: { constructor: 'c', toString: 't', hasOwnProperty: true },
    })
  })
})

describe('SQL', () => {
  const INJECTIONS = [
    "'; drop table events; --",
    `"; drop table events; --`,
    "' or 1=1 --",
    "x'); delete from events; --",
    '$site; $1; ?; {{x}}',
    "\\'; attach '/tmp/x' as y; --",
  ]

  it.each(INJECTIONS)('in every text of an event is text: %s', async (text) => {
    const { url, query } = await startCollector()
    const word = text.replaceAll(' ', '+')
    const events = [
      share(TOKEN, {
        page: `https://journal.example/${word}`,
        target: `https://a.example/${word}`,
      }),
      landing(TOKEN, { app: text, click: text, referrerHost: word.replace(/[/"<>#?@\\]/g, '') }),
      view({ campaign: text }),
      { ...view(), type: 'convert', name: text, key: text },
      { ...view(), type: 'x_scroll', data: { word: text } },
    ]
    expect((await post(url, batch(events))).answer).toEqual({ stored: 5, repeated: 0, refused: [] })
    expect((await post(url, batch(events))).answer).toMatchObject({ stored: 0, repeated: 5 })
    // The questions of the dashboard have these texts before them.
    expect((await fetch(`${url}/api/snapshot`)).status).toBe(200)
    expect(await query('select count(*) as n from events')).toEqual([{ n: 5 }])
    expect(await query('select name from events where name is not null')).toEqual([{ name: text }])
    expect(await query('select campaign from events where campaign is not null')).toEqual([
      { campaign: text },
    ])
  })

  it('in the site of a batch is a site, or refused', async () => {
    const { url, query } = await startCollector()
    for (const site of ["x';drop+table+events;--", "' or 1=1 --"])
      await post(url, batch([view(), landing(TOKEN)], { site }))
    expect((await fetch(`${url}/api/snapshot`)).status).toBe(200)
    expect(await query('select site, count(*) as n from events group by site')).toEqual([
      { site: "x';drop+table+events;--", n: 2 },
    ])
  })

  it('is written in files and constants, and no source puts a value into it', () => {
    const folder = fileURLToPath(new URL('../../examples/collector/', import.meta.url))
    const files = readdirSync(folder, { recursive: true })
      .map(String)
      .filter((name) => name.endsWith('.js') && !name.includes('node_modules'))
    expect(files.length).toBeGreaterThan(30)
    const calls = files.flatMap((name) => {
      const code = readFileSync(join(folder, name), 'utf8')
      return [
        ...code.matchAll(
          /\.(?:run|runAndReadAll|stream|prepare)\(\s*(`[^]*?`|'[^]*?'|[^,)]+)|\b(?:query|ask)\(\s*(`[^]*?`|'[^]*?'|[^,)]+)/g,
        ),
      ].map(([, one, other]) => `${name}: ${one ?? other ?? ''}`)
    })
    expect(calls.length).toBeGreaterThan(30)
    const isConstant = (call: string): boolean =>
      // A text without a hole, a file, or a constant that holds one.
      /: ('[^']*'|`[^`$]*`|readSql\((\w+|'\w+')|[A-Z][A-Z_]*(\.\w+)?)$/.test(call)
    const others = new Set(calls.filter((call) => !isConstant(call)))
    expect([...others].sort()).toEqual([
      // These hand on what they are given: previews, tokens and statements.
      'runOnce.js: given',
      // The one statement with a name in it: DuckDB binds no names, and these are the collector's own.
      'store/addColumns.js: `alter table events add column ${name} ${type.toString()}`',
      'store/createQuery.js: sql',
      'store/createStore.js: ...given',
      'store/createStore.js: sql',
      'store/createStore.js: tokens',
      'store/createVisitor.js: sql',
    ])
  })
})
