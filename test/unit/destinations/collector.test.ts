// @vitest-environment happy-dom
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createCollector } from '../../../src/destinations/collector.js'
import type { Destination } from '../../../src/destinations/destination.js'

/** A server that answers what the path says, such as `/503?retry-after=7`. */
let server: Server
let url = ''
let received: { path: string; method: string; type: string; body: string }[] = []

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (chunk: string) => (body += chunk))
    request.on('end', () => {
      const { pathname, searchParams } = new URL(request.url ?? '/', url)
      received.push({
        path: pathname,
        method: request.method ?? '',
        type: request.headers['content-type'] ?? '',
        body,
      })
      for (const [name, value] of searchParams) if (name !== 'body') response.setHeader(name, value)
      response.setHeader('access-control-allow-origin', '*')
      response.setHeader('access-control-expose-headers', 'retry-after')
      response.writeHead(Number(pathname.slice(1)) || 200)
      response.end(searchParams.get('body') ?? '')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  window.location.href = `${url}/a/b`
})
afterAll(() => server.close())
beforeEach(() => {
  received = []
})

const send = (path: string, acknowledge = true): Promise<unknown> =>
  createCollector({ endpoint: path, site: 'journal.example', acknowledge })([
    '{"id":"1"}',
    '{"id":"2"}',
  ])

it('posts a batch of wire format 1 as text', async () => {
  const before = Date.now()
  expect(await send('/200')).toEqual([])
  expect(received).toMatchObject([
    { path: '/200', method: 'POST', type: 'text/plain;charset=UTF-8' },
  ])
  const batch = JSON.parse(received[0]?.body ?? '') as { sentAt: number }
  expect(batch).toMatchObject({ v: 1, site: 'journal.example', events: [{ id: '1' }, { id: '2' }] })
  expect(batch.sentAt).toBeGreaterThanOrEqual(before)
})

it.each([
  ['/204', []],
  [`/200?body=${encodeURIComponent('{"refused":[{"id":"2","why":"no"}]}')}`, ['2']],
  ['/200?body=thanks', []],
  ['/200?body={}', []],
  ['/200?body=null', []],
  ['/400', undefined],
  ['/413', undefined],
  ['/415', undefined],
  ['/422', undefined],
  ['/500', 0],
  ['/404', 0],
  ['/503?retry-after=7', 7000],
  ['/429?retry-after=soon', 0],
])('reads %s as %j', async (path, outcome) => {
  expect(await send(path)).toEqual(outcome)
})

it('reads a date to come back at', async () => {
  const date = new Date(Date.now() + 60_000).toUTCString()
  const waitMs = Number(await send(`/503?retry-after=${encodeURIComponent(date)}`))
  expect(waitMs).toBeGreaterThan(40_000)
  expect(waitMs).toBeLessThanOrEqual(60_000)
})

describe('keepalive', () => {
  const keeps: unknown[] = []
  let isRefused = false
  beforeEach(() => {
    keeps.length = 0
    vi.stubGlobal('fetch', async (_url: string, { keepalive }: RequestInit) => {
      keeps.push(keepalive)
      if (isRefused) throw new TypeError('over the quota')
      return new Response('')
    })
  })
  afterEach(() => vi.unstubAllGlobals())
  const make = (): Destination =>
    createCollector({ endpoint: '/200', site: 'journal.example', acknowledge: true })

  it('is left out after a refusal while the page stays, and used again after a success', async () => {
    const destination = make()
    isRefused = true
    await destination([])
    isRefused = false
    await destination([])
    await destination([])
    expect(keeps).toEqual([true, false, true])
  })

  it('is always used when the page is hidden', async () => {
    vi.spyOn(navigator, 'sendBeacon').mockReturnValue(true)
    const destination = make()
    isRefused = true
    await destination([])
    await destination([], true)
    isRefused = false
    expect(keeps).toEqual([true, true])
    vi.restoreAllMocks()
  })
})

describe('a beacon', () => {
  let beacons: unknown[] = []
  beforeEach(() => {
    beacons = []
    vi.spyOn(navigator, 'sendBeacon').mockImplementation((to, body) => {
      beacons.push([to, typeof body === 'string' && JSON.parse(body)])
      return true
    })
  })
  afterEach(() => {
    vi.restoreAllMocks()
    vi.unstubAllGlobals()
  })
  const sendHiding = (): Promise<unknown> =>
    createCollector({ endpoint: '/200', site: 'journal.example', acknowledge: true })(
      ['{"id":"1"}'],
      true,
    )

  it('goes along when the page is hidden and keepalive does not exist', async () => {
    // happy-dom has none.
    expect(await sendHiding()).toEqual([])
    expect(beacons).toMatchObject([[`${url}/200`, { v: 1, events: [{ id: '1' }] }]])
    expect(received).toHaveLength(1)
    beacons = []
    await send('/200')
    expect(beacons).toEqual([])
  })

  it('does not where it exists', async () => {
    vi.stubGlobal('Request', { prototype: { keepalive: true } })
    await sendHiding()
    expect(beacons).toEqual([])
  })

  it('goes in place of a fetch that throws, and the events wait on', async () => {
    vi.stubGlobal('fetch', () => {
      throw new TypeError('patched')
    })
    expect(await sendHiding()).toBe(0)
    expect(beacons).toHaveLength(1)
  })
})

it('keeps to the fetch that it found, whatever the page makes of it later', async () => {
  const destination = createCollector({
    endpoint: '/200',
    site: 'journal.example',
    acknowledge: true,
  })
  vi.stubGlobal('fetch', () => {
    throw new TypeError('patched')
  })
  expect(await destination(['{"id":"1"}'])).toEqual([])
  vi.unstubAllGlobals()
})

it('tries again later where nobody answers, and where the endpoint redirects', async () => {
  expect(await send('http://127.0.0.1:9/')).toBe(0)
  expect(await send('/302?location=/200')).toBe(0)
  expect(received.map(({ path }) => path)).toEqual(['/302'])
})

it('resolves its endpoint by the page, not by a base element', async () => {
  document.head.innerHTML = '<base href="http://other.example/">'
  expect(await send('/200')).toEqual([])
  document.head.innerHTML = ''
  expect(received).toHaveLength(1)
})
