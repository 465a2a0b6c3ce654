import { describe, expect, it } from 'vitest'
import { batch, engage, landing, post, share, tokenOf, view } from './collectorEvents.js'
import { startCollector } from './collectorFolder.js'

const FIRST = 'g1ran22qg8xdj'
const SECOND = 'h0000000000hb'
const THIRD = 'j0000000000ev'
const PAGE = 'https://journal.example/a'

type Json = Record<string, unknown>

const read = async (url: string): Promise<Json> =>
  (await (await fetch(`${url}/api/snapshot`)).json()) as Json

/** A chain of three shares: one landing with a person on the first, two landings on the second, an own one on the third. */
const chain = (): Json[] => {
  const at = Date.now()
  const arrived = landing(FIRST)
  const other = { ...view(), page: 'https://journal.example/b' }
  return [
    share(FIRST, { at: at - 5000, channel: 'whatsapp', kind: 'private' }),
    arrived,
    engage(arrived.id),
    share(SECOND, { at: at - 4000, depth: 2, parent: FIRST, page: 'https://journal.example/b' }),
    landing(SECOND),
    landing(SECOND),
    share(THIRD, { at: at - 3000, depth: 3, parent: SECOND }),
    landing(THIRD, { own: true }),
    landing(THIRD, { automated: true }),
    other,
    { ...view(), type: 'lost', count: 4, why: 'quota' },
  ]
}

describe('the snapshot', () => {
  it('of an empty store is empty', async () => {
    const { url } = await startCollector()
    expect(await read(url)).toEqual({
      now: expect.any(Number) as number,
      totals: {
        shares: 0,
        offered: 0,
        landings: 0,
        people: 0,
        views: 0,
        lost: 0,
        own: 0,
        repaired: 0,
        damaged: 0,
        unmatched: 0,
        unclassified: 0,
      },
      events: [],
      channels: [],
      kinds: [],
      sources: [],
      origins: [],
      trees: [],
    })
  })

  it('counts shares, landings and people, without own landings and automated browsers', async () => {
    const { url } = await startCollector()
    await post(url, batch(chain()))
    const { totals, channels, kinds } = await read(url)
    expect(totals).toMatchObject({
      shares: 3,
      offered: 0,
      landings: 3,
      people: 1,
      views: 1,
      lost: 4,
    })
    expect(channels).toEqual([
      { channel: 'copy', kind: 'blind', shares: 2, landings: 3, people: 1 },
      { channel: 'whatsapp', kind: 'private', shares: 1, landings: 0, people: 0 },
    ])
    expect(kinds).toEqual([
      { kind: 'blind', shares: 2, landings: 3, people: 1 },
      { kind: 'private', shares: 1, landings: 0, people: 0 },
    ])
  })

  it('shows a chain of three shares as one tree on the page of its first', async () => {
    const { url } = await startCollector()
    // The later shares arrive first.
    for (const event of chain().reverse()) await post(url, batch([event]))
    const { trees } = await read(url)
    const node = (token: string, depth: number, figures: object, children: unknown[]): object => ({
      token,
      depth,
      channel: depth === 1 ? 'whatsapp' : 'copy',
      kind: depth === 1 ? 'private' : 'blind',
      certain: true,
      ts: expect.any(Number) as number,
      ...figures,
      children,
    })
    expect(trees).toEqual([
      {
        site: 'journal.example',
        page: PAGE,
        shares: 3,
        landings: 3,
        people: 1,
        roots: [
          node(FIRST, 1, { landings: 1, people: 1 }, [
            node(SECOND, 2, { landings: 2, people: 0 }, [
              node(THIRD, 3, { landings: 0, people: 0 }, []),
            ]),
          ]),
        ],
      },
    ])
  })

  it('makes a share whose parent nobody knows a root', async () => {
    const { url } = await startCollector()
    await post(
      url,
      batch([
        share(FIRST, { parent: 'k0000000000cb' }),
        share('m00000000009v', { parent: 'm00000000009v' }),
      ]),
    )
    const { trees } = await read(url)
    expect(trees).toMatchObject([{ shares: 2, roots: [{ children: [] }, { children: [] }] }])
  })

  it('shows a forged circle from its oldest share on, newest roots first', async () => {
    const { url } = await startCollector()
    const at = Date.now()
    await post(
      url,
      batch([
        share(FIRST, { at: at - 4000 }),
        share(SECOND, { at: at - 3000, parent: THIRD }),
        share(THIRD, { at: at - 2000, parent: SECOND }),
        share('k0000000000cb', { at: at - 1000, parent: THIRD }),
        share('m00000000009v', { at }),
      ]),
    )
    const child = { token: 'k0000000000cb', children: [] }
    expect((await read(url)).trees).toMatchObject([
      {
        shares: 5,
        roots: [
          { token: 'm00000000009v' },
          { token: SECOND, children: [{ token: THIRD, children: [child] }] },
          { token: FIRST },
        ],
      },
    ])
  })

  it('shows a forged chain of any depth in parts that are no deeper than 64', async () => {
    const { url } = await startCollector()
    const at = Date.now()
    const events = Array.from({ length: 200 }, (_, n) =>
      share(tokenOf(n), { at: at - 1000 + n, ...(n > 0 && { parent: tokenOf(n - 1) }) }),
    )
    await post(url, batch(events.slice(0, 100)))
    await post(url, batch(events.slice(100)))
    const trees = (await read(url)).trees as { shares: number; roots: Root[] }[]
    interface Root {
      children: Root[]
    }
    const depthOf = ({ children }: Root): number => 1 + Math.max(0, ...children.map(depthOf))
    expect(trees.map(({ shares, roots }) => [shares, roots.map(depthOf)])).toEqual([
      [200, [8, 64, 64, 64]],
    ])
  })

  it('is bounded to 100 channels, while every one counts in its kind', async () => {
    const { url } = await startCollector()
    const events = Array.from({ length: 120 }, (_, n) =>
      share(tokenOf(n), { channel: `forged-${n}`, kind: 'public' }),
    )
    await post(url, batch(events.slice(0, 60)))
    await post(url, batch([...events.slice(60), share(FIRST), landing(FIRST)]))
    const { channels, kinds } = await read(url)
    expect(channels).toHaveLength(100)
    expect(channels).toContainEqual({
      channel: 'copy',
      kind: 'blind',
      shares: 1,
      landings: 1,
      people: 0,
    })
    expect(kinds).toEqual([
      { kind: 'public', shares: 120, landings: 0, people: 0 },
      { kind: 'blind', shares: 1, landings: 1, people: 0 },
    ])
  })

  it('finds the first share of a chain however many shares are newer', async () => {
    const { url } = await startCollector()
    const at = Date.now()
    await post(url, batch([share(FIRST, { at: at - 60_000 })]))
    await post(url, batch([share(SECOND, { at: at - 50_000, parent: FIRST, depth: 2 })]))
    for (let sent = 0; sent < 2000; sent += 100)
      await post(
        url,
        batch(
          Array.from({ length: 100 }, (_, n) =>
            share(tokenOf(sent + n), {
              at: at - 40_000,
              page: 'https://journal.example/busy',
            }),
          ),
        ),
      )
    await post(url, batch([share(THIRD, { parent: SECOND, depth: 3 })]))
    const { trees } = await read(url)
    expect(trees).toMatchObject([
      {
        page: PAGE,
        shares: 3,
        roots: [{ token: FIRST, children: [{ token: SECOND, children: [{ token: THIRD }] }] }],
      },
      { page: 'https://journal.example/busy' },
    ])
  })

  it('takes the page that was passed on where it is another, and shows offers only once followed', async () => {
    const { url } = await startCollector()
    const target = 'https://journal.example/c'
    await post(
      url,
      batch([share(FIRST, { certain: false, target }), share(SECOND, { certain: false })]),
    )
    expect(await read(url)).toMatchObject({ totals: { shares: 0, offered: 2 }, trees: [] })
    await post(url, batch([landing(FIRST)]))
    expect(await read(url)).toMatchObject({
      trees: [{ page: target, shares: 0, landings: 1, roots: [{ token: FIRST, certain: false }] }],
    })
  })

  it('is bounded to 50 events and the 20 pages with the most recent shares', async () => {
    const { url } = await startCollector()
    const at = Date.now()
    const events = Array.from({ length: 60 }, (_, n) =>
      share(tokenOf(n), { at: at - n * 1000, page: `${PAGE}/${n}` }),
    )
    await post(url, batch(events))
    const snapshot = await read(url)
    const recent = snapshot.events as Json[]
    const trees = snapshot.trees as Json[]
    expect(recent.map(({ page }) => page)).toEqual(events.slice(0, 50).map(({ page }) => page))
    expect(trees.map(({ page }) => page)).toEqual(events.slice(0, 20).map(({ page }) => page))
    expect(recent[0]).toEqual({
      site: 'journal.example',
      id: events[0]?.id,
      type: 'share',
      ts: expect.any(Number) as number,
      page: `${PAGE}/0`,
      mode: 'cookieless',
      token: tokenOf(0),
      channel: 'copy',
      kind: 'blind',
      gesture: 'copy',
      depth: 1,
      certain: true,
    })
  })
})
