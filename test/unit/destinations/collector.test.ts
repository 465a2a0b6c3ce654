// @vitest-environment happy-dom
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { createCollector } from '../../../src/destinations/collector.js'

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
  ['/429?retry-after=Wed,%2021%20Oct%202026%2007:28:00%20GMT', 0],
])('reads %s as %j', async (path, outcome) => {
  expect(await send(path)).toEqual(outcome)
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
