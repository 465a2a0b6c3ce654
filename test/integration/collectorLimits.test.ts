import { request } from 'node:http'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { describe, expect, it, vi } from 'vitest'
import { createAddressOf } from '../../examples/collector/limits/createAddressOf.js'
import { createLimiter } from '../../examples/collector/limits/createLimiter.js'
import { createLines } from '../../examples/collector/limits/createLines.js'
import { prefixOf } from '../../examples/collector/limits/prefixOf.js'
import { createCollector as createDestination } from '../../src/destinations/collector.js'
import { batch, post, view } from './collectorEvents.js'
import { startCollector } from './collectorFolder.js'
import { head, raw } from './collectorRaw.js'

describe('an address', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['2001:0DB8:0001:0002:aaaa::9', '2001:db8:1:2'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
    ['64:ff9b::203.0.113.7', '64:ff9b:0:0'],
  ])('%s is told from others by %s', (address, prefix) => {
    expect(prefixOf(address)).toBe(prefix)
  })

  const NONE = undefined
  it.each([
    // proxies, peer, X-Forwarded-For, whose request it is
    [[], '203.0.113.7', NONE, '203.0.113.7'],
    [[], '203.0.113.7', '198.51.100.1', '203.0.113.7'],
    [[], '::ffff:203.0.113.7', NONE, '203.0.113.7'],
    [[], '127.0.0.1', NONE, NONE],
    [[], '::1', '198.51.100.1', NONE],
    [['loopback'], '127.0.0.1', '198.51.100.1', '198.51.100.1'],
    [['loopback'], '127.0.0.1', NONE, NONE],
    [['loopback'], '::ffff:127.0.0.1', 'x, 198.51.100.1:4711', '198.51.100.1'],
    [['loopback'], '127.0.0.1', '[2001:db8::1]:4711', '2001:db8::1'],
    // Everything before the last hop that is not ours anybody can write.
    [['loopback'], '127.0.0.1', '192.0.2.1, 198.51.100.1', '198.51.100.1'],
    [['loopback', '10.0.0.0/8'], '127.0.0.1', '192.0.2.1, 198.51.100.1, 10.1.2.3', '198.51.100.1'],
    [['10.0.0.0/8'], '10.0.0.9', 'unknown', NONE],
    [['2001:db8::/32'], '2001:db8::5', '198.51.100.1', '198.51.100.1'],
    [['10.0.0.1'], '10.0.0.2', '198.51.100.1', '10.0.0.2'],
  ])('behind %j, of %s with %s, is %s', (proxies, peer, forwarded, address) => {
    expect(createAddressOf(proxies)(peer, forwarded)).toBe(address)
  })

  it.each(['proxy.example', '10.0.0.0/33', '10.0.0.0/x', '1.2.3', ''])(
    '%j is no proxy',
    (proxy) => {
      expect(() => createAddressOf([proxy])).toThrow(`"${proxy}" is no address`)
    },
  )
})

describe('a limiter', () => {
  const limiterAt = (options: { perSecond: number; burst: number; maxHeld?: number }) => {
    const clock = { ms: 0 }
    return { clock, limiter: createLimiter({ ...options, now: () => clock.ms }) }
  }

  it('lets a burst in, then as many as it says, and tells how long to wait', () => {
    const { clock, limiter } = limiterAt({ perSecond: 2, burst: 10 })
    const bucket = limiter.bucketOf('203.0.113.7')
    const take = (): boolean => {
      if (limiter.waitOf(bucket)) return false
      limiter.charge(bucket, 1)
      return true
    }
    const taken = (): number => {
      let count = 0
      while (take()) count++
      return count
    }
    expect(taken()).toBe(10)
    clock.ms += 3000
    expect(taken()).toBe(6)
    limiter.charge(bucket, 8)
    expect(limiter.waitOf(bucket)).toBe(5)
    clock.ms += 4500
    expect(taken()).toBe(1)
    clock.ms += 600_000
    expect(taken()).toBe(10)
  })

  it('forgets after an hour which counter an address had, and what it had counted', () => {
    const { clock, limiter } = limiterAt({ perSecond: 0.001, burst: 1 })
    const addresses = Array.from({ length: 50 }, (_, n) => `203.0.113.${n}`)
    const before = addresses.map((address) => limiter.bucketOf(address))
    expect(addresses.map((address) => limiter.bucketOf(address))).toEqual(before)
    for (const bucket of before) limiter.charge(bucket, 1)
    clock.ms += 3_600_001
    const after = addresses.map((address) => limiter.bucketOf(address))
    expect(after.filter((bucket, n) => bucket === before[n]).length).toBeLessThan(5)
    expect(before.filter((bucket) => limiter.waitOf(bucket))).toEqual([])
  })

  it('spreads addresses over its counters, which others cannot foresee', () => {
    const [one, other] = [1, 2].map(() => limiterAt({ perSecond: 1, burst: 1 }).limiter)
    const addresses = Array.from({ length: 1000 }, (_, n) => `10.0.${n >> 8}.${n & 255}`)
    const buckets = addresses.map((address) => one?.bucketOf(address) ?? -1)
    expect(new Set(buckets).size).toBeGreaterThan(950)
    expect(Math.min(...buckets)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...buckets)).toBeLessThan(65_536)
    const same = addresses.filter((address, n) => other?.bucketOf(address) === buckets[n])
    expect(same.length).toBeLessThan(10)
  })

  it('holds so many connections, and takes more when some are gone', () => {
    const { clock, limiter } = limiterAt({ perSecond: 1, burst: 1, maxHeld: 2 })
    const bucket = limiter.bucketOf('203.0.113.7')
    const [first, second, third] = [1, 2, 3].map(() => limiter.hold(bucket))
    expect([typeof first, typeof second, third]).toEqual(['function', 'function', undefined])
    first?.()
    expect(limiter.hold(bucket)).toBeTypeOf('function')
    // What is let go after the counters were made anew takes nothing off the new ones.
    clock.ms += 3_600_001
    const anew = limiter.bucketOf('203.0.113.7')
    limiter.hold(anew)
    limiter.hold(anew)
    second?.()
    expect(limiter.hold(anew)).toBeUndefined()
  })
})

describe('a log', () => {
  it('takes 300 lines a minute, and says how many more there were', () => {
    const lines: string[] = []
    const clock = { ms: 0 }
    const log = createLines(
      (line) => lines.push(line),
      () => clock.ms,
    )
    for (let n = 0; n < 1000; n++) log(`line ${n}`)
    expect(lines).toHaveLength(300)
    clock.ms = 60_000
    log('later')
    expect(lines.slice(300)).toEqual(['700 lines were left out.', 'later'])
  })
})

describe('too many batches', () => {
  const from = (address: string) => ({ 'X-Forwarded-For': address })
  const limited = { rate: 1, trustProxy: ['loopback'] }

  it('from one address get 429 with Retry-After, while others go on', async () => {
    const { url, query, lines } = await startCollector(undefined, limited)
    const statuses: number[] = []
    let reply = await post(url, batch([view()]), from('203.0.113.7'))
    for (; reply.status === 200; reply = await post(url, batch([view()]), from('203.0.113.7')))
      statuses.push(reply.status)
    // A burst of twenty seconds, and one more for each second that this took.
    expect(statuses.length).toBeGreaterThanOrEqual(20)
    expect(reply).toMatchObject({
      status: 429,
      answer: { error: 'Too many batches at once: send this one later.' },
    })
    const afterS = Number(reply.headers.get('retry-after'))
    expect(afterS).toBeGreaterThanOrEqual(1)
    expect(afterS).toBeLessThanOrEqual(21)
    expect(reply.headers.get('access-control-allow-origin')).toBe('*')
    expect(reply.headers.get('access-control-expose-headers')).toContain('Retry-After')
    expect(await post(url, batch([view()]), from('203.0.113.8'))).toMatchObject({ status: 200 })
    expect(await query('select count(*) as n from events')).toEqual([{ n: statuses.length + 1 }])
    expect(lines.join()).not.toContain('203.0.113')
  })

  it('are kept by the tracker, which waits as long as it was told', async () => {
    const { url, query } = await startCollector(undefined, limited)
    const endpoint = `${url}/collect`
    const send = createDestination(
      { endpoint, site: 'journal.example', acknowledge: true },
      'https://journal.example/a',
    )
    // All of Node's requests come from this machine: the proxy that says otherwise is the header of a fetch.
    const real = globalThis.fetch
    const event = view()
    let outcome: unknown
    vi.stubGlobal('fetch', (to: string, init: RequestInit) =>
      real(to, { ...init, headers: from('203.0.113.9') }),
    )
    try {
      const sendLimited = createDestination(
        { endpoint, site: 'journal.example', acknowledge: true },
        'https://journal.example/a',
      )
      do outcome = await sendLimited([JSON.stringify(view())], false)
      while (typeof outcome !== 'number')
      // Milliseconds: 1,000 and more are a time to wait, and none of the events is given up.
      expect(outcome).toBeGreaterThanOrEqual(1000)
      expect(outcome).toBeLessThanOrEqual(21_000)
      expect(await sendLimited([JSON.stringify(event)], false)).toBeTypeOf('number')
    } finally {
      vi.unstubAllGlobals()
    }
    expect(await send([JSON.stringify(event)], false)).toEqual([])
    expect(
      await query('select count(*) as n from events where id = ?', [String(event.id)]),
    ).toEqual([{ n: 1 }])
  })

  it('count by size, whether they can be read or not', async () => {
    const { url } = await startCollector(undefined, limited)
    const statuses = []
    for (let n = 0; n < 4; n++)
      statuses.push((await post(url, 'x'.repeat(60_000), from('203.0.113.10'))).status)
    expect(statuses).toEqual([400, 400, 429, 429])
    const oversized = []
    for (let n = 0; n < 3; n++)
      oversized.push((await post(url, 'x'.repeat(70_000), from('203.0.113.11'))).status)
    expect(oversized).toEqual([413, 413, 429])
  })

  it('are no matter from this machine itself, nor with a rate of 0', async () => {
    for (const options of [{ rate: 1 }, { ...limited, rate: 0 }]) {
      const { url } = await startCollector(undefined, options)
      for (let n = 0; n < 40; n++)
        expect(await post(url, batch([view()]), from('203.0.113.7'))).toMatchObject({ status: 200 })
    }
  })

  const address = Object.values(networkInterfaces())
    .flat()
    .find((each) => each?.family === 'IPv4' && !each.internal)?.address
  if (!address) console.log('skipped: this machine has no address but loopback')
  it.skipIf(!address)(
    'are told by the address of the connection, whatever a header says',
    async () => {
      const { port } = await startCollector(undefined, { rate: 1, host: '0.0.0.0' })
      const statuses = new Set<number>()
      for (let n = 0; n < 60 && !statuses.has(429); n++) {
        const headers = from(`198.51.100.${n}`)
        statuses.add((await post(`http://${address}:${port}`, batch([view()]), headers)).status)
      }
      expect([...statuses]).toEqual([200, 429])
    },
  )

  it.skipIf(!address)('nor is a connection too many from one address answered', async () => {
    const { port, url } = await startCollector(undefined, { host: '0.0.0.0' })
    const sockets = Array.from({ length: 520 }, () => connect(port, address))
    const closed = new Set<unknown>()
    for (const socket of sockets) {
      socket.on('error', () => closed.add(socket))
      socket.once('close', () => closed.add(socket))
    }
    await vi.waitFor(() => expect(closed.size).toBe(20), 20_000)
    expect((await fetch(url.replace('0.0.0.0', '127.0.0.1'))).status).toBe(200)
    for (const socket of sockets) socket.destroy()
    await vi.waitFor(() => expect(closed.size).toBe(520), 20_000)
    // The server hears of each end a little later than the client.
    await vi.waitFor(
      async () => expect((await fetch(`http://${address}:${port}/`)).status).toBe(200),
      20_000,
    )
  })
})

describe('a slow client', () => {
  const times = { headersMs: 300, requestMs: 600, checkMs: 50 }

  it.each([
    ['that never ends its headers', 'POST /collect HTTP/1.1\r\nHost: x\r\n'],
    ['that never ends its body', `${head('Content-Length: 60000')}{"v":1,`],
    ['that says nothing after a chunk', `${head('Transfer-Encoding: chunked')}5\r\n{"v":\r\n`],
  ])('%s is cut off with 408', async (_, text) => {
    const { port, url } = await startCollector(undefined, { times })
    expect(await raw(port, (socket) => socket.write(text))).toMatch(/^HTTP\/1\.1 408 /)
    expect(await post(url, batch([view()]))).toMatchObject({ status: 200 })
  })

  it('that sends a byte now and then is cut off as well, however many there are', async () => {
    const { port, url, query } = await startCollector(undefined, { times })
    const drip = async (): Promise<string> => {
      let timer: ReturnType<typeof setInterval> | undefined
      const text = await raw(port, (socket) => {
        socket.on('error', () => undefined)
        socket.write('POST /collect HTTP/1.1\r\nHost: x\r\n')
        timer = setInterval(() => socket.write('X: y\r\n'), 20)
      })
      clearInterval(timer)
      return text
    }
    const drips = Array.from({ length: 50 }, drip)
    // In between, readers are served.
    expect(await post(url, batch([view()]))).toMatchObject({ status: 200 })
    for (const text of await Promise.all(drips)) expect(text).toMatch(/^HTTP\/1\.1 408 |^$/)
    expect(await query('select count(*) as n from events')).toEqual([{ n: 1 }])
  })
})

it('headers of 16 kB and more are refused', async () => {
  const { url } = await startCollector()
  const status = await new Promise<number | undefined>((resolve, reject) => {
    request(`${url}/collect`, { headers: { 'X-Long': 'x'.repeat(20_000) } }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })
  expect(status).toBe(431)
})
