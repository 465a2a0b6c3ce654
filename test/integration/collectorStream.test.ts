import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createStream } from '../../examples/collector/http/createStream.js'
import { batch, post, view } from './collectorEvents.js'
import { startCollector } from './collectorFolder.js'

type Json = Record<string, unknown>

/** Snapshots as they arrive on the stream. */
async function* snapshots(url: string, signal: AbortSignal): AsyncGenerator<Json> {
  const response = await fetch(`${url}/api/stream`, { signal })
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  let text = ''
  const decoder = new TextDecoder()
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true })
    const messages = text.split('\n\n')
    text = messages.pop() ?? ''
    for (const message of messages) {
      const data = /^event: snapshot\ndata: (.*)$/.exec(message)?.[1]
      if (data) yield JSON.parse(data) as Json
    }
  }
}

describe('the stream', () => {
  it('gives a snapshot at connection and another after a post', async () => {
    const { url } = await startCollector()
    const leave = new AbortController()
    const stream = snapshots(url, leave.signal)
    expect((await stream.next()).value).toMatchObject({ totals: { views: 0 } })
    await post(url, batch([view()]))
    expect((await stream.next()).value).toMatchObject({ totals: { views: 1 } })
    leave.abort()
  })

  it('gives few snapshots for many posts, the last of them complete', async () => {
    const { url } = await startCollector()
    const leave = new AbortController()
    const stream = snapshots(url, leave.signal)
    await stream.next()
    const start = performance.now()
    for (let sent = 0; sent < 40; sent++) await post(url, batch([view()]))
    let count = 0
    for await (const { totals } of stream) {
      count++
      if ((totals as Json).views === 40) break
    }
    expect(count).toBeLessThanOrEqual(Math.ceil((performance.now() - start) / 250) + 1)
    leave.abort()
  })

  it('ends when the collector closes', async () => {
    const { url, close } = await startCollector()
    const stream = snapshots(url, new AbortController().signal)
    await stream.next()
    await close()
    for await (const _ of stream) continue
    expect((await stream.next()).done).toBe(true)
  })
})

describe('a client of the stream', () => {
  /** A server that does nothing but stream what `readSnapshot` gives. */
  const startStream = async (readSnapshot: () => Promise<unknown>, heartbeatMs: number) => {
    const stream = createStream({ readSnapshot, log: () => {}, heartbeatMs })
    const server = createServer((_request, response) => stream.add(response, {}))
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(() => {
      stream.close()
      server.closeAllConnections()
      server.close()
    })
    return { stream, server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
  }

  it('hears a heartbeat while nothing happens', async () => {
    const { url } = await startStream(async () => ({}), 20)
    let text = ''
    for await (const chunk of (await fetch(url)).body ?? []) {
      text += Buffer.from(chunk).toString()
      if (text.split(': heartbeat\n\n').length > 3) break
    }
    expect(text).toMatch(/^retry: 1000\n\n/)
    expect(text.match(/event: snapshot/g)).toHaveLength(1)
  })

  it('that did not read for a while gets the latest state when it reads again', async () => {
    const last = 12
    const padding = 'x'.repeat(2_000_000)
    let version = 0
    // Changes again with each snapshot, up to the last; together they fill every buffer on the way.
    const { stream, url } = await startStream(async () => {
      if (version < last) version++
      if (version < last) stream.changed()
      return { version, padding }
    }, 10_000)
    const leave = new AbortController()
    const [response] = (await once(request(url, { signal: leave.signal }).end(), 'response')) as [
      NodeJS.ReadableStream,
    ]
    response.pause()
    await vi.waitFor(() => expect(version).toBe(last), 10_000)
    let text = ''
    for await (const chunk of response) {
      text = (text + String(chunk)).slice(-3_000_000)
      if (text.includes(`"version":${last},`)) break
    }
    expect(text).toContain(`"version":${last},`)
    leave.abort()
  })

  it('that has hung for two heartbeats loses its place, others keep theirs', async () => {
    let count = 0
    // The first one is larger than every buffer on the way.
    const { server, url } = await startStream(
      async () => ({ padding: count++ === 0 ? 'x'.repeat(30_000_000) : '' }),
      100,
    )
    const places = promisify(server.getConnections.bind(server))
    const leave = new AbortController()
    const hung = request(url, { agent: false, signal: leave.signal }).end()
    hung.on('error', () => undefined)
    const [response] = (await once(hung, 'response')) as [NodeJS.ReadableStream]
    response.pause()
    await vi.waitFor(() => expect(count).toBe(1), 10_000)
    const reader = (await fetch(url, { signal: leave.signal })).body?.getReader()
    while ((await places()) > 1) expect((await reader?.read())?.done).toBe(false)
    expect((await reader?.read())?.done).toBe(false)
    leave.abort()
  })
})
