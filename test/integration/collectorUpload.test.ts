import { once } from 'node:events'
import { connect } from 'node:net'
import { describe, expect, it, vi } from 'vitest'
import { batch, post, view } from './collectorEvents.js'
import { startCollector } from './collectorFolder.js'
import { head, raw } from './collectorRaw.js'

const good = (): string => JSON.stringify(batch([view()]))

describe('an upload', () => {
  it('without a length is cut at the limit, and the client gets the answer', async () => {
    const { url, port, query } = await startCollector()
    const chunk = `4000\r\n${'x'.repeat(0x4000)}\r\n`
    const text = await raw(port, (socket) => {
      socket.write(head('Transfer-Encoding: chunked'))
      for (let sent = 0; sent < 200; sent++) socket.write(chunk)
      socket.write('0\r\n\r\n')
    })
    expect(text).toMatch(/^HTTP\/1\.1 413 /)
    expect(text).toContain('longer than 65536 bytes')
    expect(await query('select count(*) as n from events')).toEqual([{ n: 0 }])
    expect(await post(url, good())).toMatchObject({ status: 200 })
  })

  it('that is too long is heard out, so that a client that reads late gets the answer', async () => {
    const { port, lines } = await startCollector()
    const socket = connect(port, '127.0.0.1')
    const faults: Error[] = []
    socket.on('error', (fault) => faults.push(fault))
    await once(socket, 'connect')
    socket.write(head('Content-Length: 2000000'))
    await vi.waitFor(() => expect(lines).toHaveLength(1), 10_000)
    for (let sent = 0; sent < 2_000_000; sent += 10_000) {
      // One after the other, as an upload is: each goes out after the answer has come.
      await new Promise((resolve) => socket.write('x'.repeat(10_000), resolve))
    }
    let text = ''
    socket.on('data', (chunk) => (text += String(chunk)))
    await once(socket, 'close')
    expect(faults).toEqual([])
    expect(text).toMatch(/^HTTP\/1\.1 413 /)
  })

  it('that announces too much is answered before it comes', async () => {
    const { port } = await startCollector()
    const text = await raw(port, (socket) => {
      socket.write(head('Content-Length: 100000000'))
      socket.once('data', () => socket.end())
    })
    expect(text.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 413'])
  })

  it('that breaks off stores nothing, is logged as one line, and the server lives on', async () => {
    const { url, port, query, lines } = await startCollector()
    const body = good()
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => undefined)
    await once(socket, 'connect')
    await new Promise((resolve) =>
      socket.write(head(`Content-Length: ${body.length + 1}`) + body, resolve),
    )
    socket.resetAndDestroy()
    await vi.waitFor(() => expect(lines).not.toEqual([]), 10_000)
    expect(lines).toEqual(['POST /collect 400 The upload broke off before its end.'])
    expect(await post(url, good())).toMatchObject({ status: 200 })
    expect(await query('select count(*) as n from events')).toEqual([{ n: 1 }])
    expect(lines).toHaveLength(1)
  })

  it('that ends half-way gets a 400 where the client still reads', async () => {
    const { port, query, lines } = await startCollector()
    const text = await raw(port, (socket) => socket.end(head('Content-Length: 500') + good()))
    expect(text).toMatch(/^HTTP\/1\.1 400 /)
    expect(text.split('\r\n\r\n')[1]).toBe('{"error":"The upload broke off before its end."}\n')
    expect(lines).toEqual(['POST /collect 400 The upload broke off before its end.'])
    expect(await query('select count(*) as n from events')).toEqual([{ n: 0 }])
  })
})

it('what is not HTTP gets a 400 with one sentence, and the server lives on', async () => {
  const { url, port, lines } = await startCollector()
  const text = await raw(port, (socket) => socket.write('hello there\r\n\r\n'))
  expect(text).toMatch(/^HTTP\/1\.1 400 /)
  expect(text).toContain('{"error":"This is not HTTP."}')
  expect(lines).toEqual(['400 Bad Request: This is not HTTP.'])
  expect(await post(url, good())).toMatchObject({ status: 200 })
})
