import { createServer, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { waitFor } from '../browser/waitFor.js'
import { createLatencyProxy, type LatencyProxy } from '../proxy/createLatencyProxy.js'

let server: Server
let port = 0
let bodies: string[] = []
let proxy: LatencyProxy

beforeEach(async () => {
  bodies = []
  server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (chunk: string) => (body += chunk))
    request.on('end', () => {
      bodies.push(body)
      response.end(`got ${body.length}`)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
  proxy = await createLatencyProxy({ port, delayMs: 60 })
})
afterEach(async () => {
  await proxy.close()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

const post = async (body: string): Promise<string> =>
  (await fetch(proxy.url, { method: 'POST', body })).text()

it('hands bytes on unchanged, in both directions, not before their time', async () => {
  const body = Array.from({ length: 50_000 }, (_, n) => n.toString(36)).join()
  const startedAt = performance.now()
  expect(await post(body)).toBe(`got ${body.length}`)
  // Timers may run a millisecond early.
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(118)
  expect(bodies).toEqual([body])
  expect(proxy.readDropped()).toBe(0)
})

it.each(['destroy', 'end'] as const)(
  'drops what is under way when the client goes away by %s',
  async (leave) => {
    const client = connect(proxy.port, '127.0.0.1')
    const request = 'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 2\r\n\r\nhi'
    await new Promise<void>((resolve) => client.write(request, () => resolve()))
    client[leave]()
    await waitFor('the loss', async () => proxy.readDropped() === request.length)
    // Sent later, and there: so the lost one is not only late.
    await post('later')
    expect(bodies).toEqual(['later'])
  },
)

it('cuts connections while it is down, and works again afterwards', async () => {
  proxy.setDown(true)
  await expect(post('hi')).rejects.toThrow('fetch failed')
  proxy.setDown(false)
  expect(await post('hi')).toBe('got 2')
  const cut = post('again')
  await waitFor('the request to arrive', async () => bodies.length === 2)
  proxy.cut()
  await expect(cut).rejects.toThrow()
})

it('cuts connections to a server that is down', async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await expect(post('hi')).rejects.toThrow('fetch failed')
})
