import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createCollector } from '../../examples/collector/createCollector.js'
import { createDashboard } from '../../examples/dashboard/createDashboard.js'
import { batch, engage, landing, post, share } from './collectorEvents.js'
import { newStore, startCollector } from './collectorFolder.js'

const TOKEN = 'g1ran22qg8xdj'
const SERVER = fileURLToPath(new URL('../../examples/dashboard/server.js', import.meta.url))

interface Snapshot {
  totals: Record<string, number>
  events: { type: string; token?: string }[]
  trees: { page: string; roots: { token: string; landings: number; people: number }[] }[]
}

async function startDashboard(collector: string) {
  const dashboard = await createDashboard({ collector })
  onTestFinished(() => dashboard.close())
  return dashboard
}

/** Opens the stream and hands out one snapshot after the other; undefined when the stream has ended. */
async function openStream(url: string) {
  const abort = new AbortController()
  onTestFinished(() => abort.abort())
  const response = await fetch(`${url}/api/stream`, { signal: abort.signal })
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const next = async (): Promise<Snapshot | undefined> => {
    for (;;) {
      const message = /event: snapshot\ndata: (.*)\n\n/.exec(text)
      if (message) {
        text = text.slice(message.index + message[0].length)
        return JSON.parse(message[1] ?? '') as Snapshot
      }
      // A stream that breaks off has ended as well as one that was closed.
      const chunk = await reader?.read().catch(() => undefined)
      if (!chunk || chunk.done) return undefined
      text += chunk.value
    }
  }
  return { next, abort }
}

/** A share, a landing with its token, and a person behind it. */
const journey = () => {
  const arrived = landing(TOKEN)
  return batch([share(TOKEN), arrived, engage(arrived.id)])
}

/** The address of a collector that has gone, and what brings it back to the same port and store. */
async function goneCollector() {
  const file = await newStore()
  const gone = await createCollector({ file })
  await gone.close()
  const comeBack = async () => {
    const back = await createCollector({ file, port: gone.port })
    onTestFinished(() => back.close())
    return back
  }
  return { url: gone.url, comeBack }
}

describe('what is passed through', () => {
  it('shows a batch that the collector stored, in the stream, without being asked again', async () => {
    const collector = await startCollector()
    const dashboard = await startDashboard(collector.url)
    const { next } = await openStream(dashboard.url)
    expect(await next()).toMatchObject({ totals: { shares: 0, landings: 0 }, events: [] })

    expect(await post(collector.url, journey())).toMatchObject({ status: 200 })
    let snapshot = await next()
    while (snapshot && !snapshot.events.length) snapshot = await next()
    expect(snapshot).toMatchObject({
      totals: { shares: 1, landings: 1, people: 1, lost: 0 },
      trees: [
        { page: 'https://journal.example/a', roots: [{ token: TOKEN, landings: 1, people: 1 }] },
      ],
    })
    expect(snapshot?.events.map(({ type }) => type).sort()).toEqual(['engage', 'landing', 'share'])
  })

  it('gives the same snapshot as the collector', async () => {
    const collector = await startCollector()
    const dashboard = await startDashboard(collector.url)
    await post(collector.url, journey())
    const [mine, its] = await Promise.all(
      [dashboard.url, collector.url].map(async (url) => {
        const response = await fetch(`${url}/api/snapshot`)
        expect(response.headers.get('content-type')).toContain('application/json')
        return { ...((await response.json()) as object), now: 0 }
      }),
    )
    expect(mine).toEqual(its)
  })

  it('leaves the collector when the browser leaves', async () => {
    // The collector does not tell who listens to it; a bare server does.
    const upstream = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.write('event: snapshot\ndata: {}\n\n')
      response.once('close', () => upstream.emit('left'))
    })
    upstream.listen(0, '127.0.0.1')
    await once(upstream, 'listening')
    onTestFinished(() => {
      upstream.closeAllConnections()
      upstream.close()
    })
    const { port } = upstream.address() as AddressInfo // it listens on a port, not on a pipe
    const dashboard = await startDashboard(`http://127.0.0.1:${port}`)
    const { next, abort } = await openStream(dashboard.url)
    expect(await next()).toEqual({})
    const left = once(upstream, 'left')
    abort.abort()
    await left
  })

  it('is for the own address only, not for a foreign name that points here', async () => {
    const collector = await startCollector()
    const dashboard = await startDashboard(collector.url)
    const statusFor = (host: string) =>
      new Promise<number | undefined>((resolve, reject) => {
        const options = { headers: { host }, agent: false } as const
        request(`${dashboard.url}/api/snapshot`, options, (response) => {
          response.resume()
          resolve(response.statusCode)
        })
          .on('error', reject)
          .end()
      })
    expect(await statusFor(`localhost:${dashboard.port}`)).toBe(200)
    expect(await statusFor(`evil.example:${dashboard.port}`)).toBe(403)
    const foreign = await fetch(`${dashboard.url}/api/snapshot`, {
      headers: { origin: 'https://evil.example' },
    })
    expect(foreign.status).toBe(403)
  })
})

describe('a collector that is down', () => {
  it('gives 502 with a sentence, and figures again when it is back', async () => {
    const { url, comeBack } = await goneCollector()
    const dashboard = await startDashboard(url)
    for (const path of ['/api/snapshot', '/api/stream']) {
      const response = await fetch(dashboard.url + path)
      expect(response.status).toBe(502)
      expect(await response.json()).toEqual({
        error: `The collector at ${url} does not answer (ECONNREFUSED).`,
      })
    }
    expect((await fetch(dashboard.url)).status).toBe(200)

    const back = await comeBack()
    await post(back.url, journey())
    const { next } = await openStream(dashboard.url)
    expect(await next()).toMatchObject({ totals: { shares: 1 } })
    expect((await fetch(`${dashboard.url}/api/snapshot`)).status).toBe(200)
  })

  it('ends the streams under way, so that browsers connect again', async () => {
    const file = await newStore()
    const first = await createCollector({ file })
    const dashboard = await startDashboard(first.url)
    const { next } = await openStream(dashboard.url)
    await post(first.url, journey())
    expect(await next()).toBeDefined()
    await first.close()
    let last = await next()
    while (last) last = await next()
    expect((await fetch(`${dashboard.url}/api/stream`)).status).toBe(502)

    const second = await createCollector({ file, port: first.port })
    onTestFinished(() => second.close())
    const again = await openStream(dashboard.url)
    expect(await again.next()).toMatchObject({ totals: { shares: 1 } })
  })
})

describe('the page', () => {
  it('takes everything from its own server, and markup from nobody', async () => {
    const dashboard = await startDashboard('http://127.0.0.1:9')
    const response = await fetch(dashboard.url)
    const html = await response.text()
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    const open = [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, path = '']) => path)
    const scripts: string[] = []
    const seen = new Set<string>()
    for (let path = open.pop(); path; path = open.pop()) {
      expect(path).toMatch(/^\/[\w.]+$/)
      if (seen.has(path)) continue
      seen.add(path)
      const file = await fetch(dashboard.url + path)
      expect(`${file.status} ${path}`).toBe(`200 ${path}`)
      const code = await file.text()
      if (!path.endsWith('.js')) continue
      scripts.push(code)
      open.push(...[...code.matchAll(/from '\.([^']+)'/g)].map(([, to = '']) => to))
    }
    expect(scripts.length).toBeGreaterThan(5)
    expect(scripts.join('\n')).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write/)
  })

  it.each([
    ['GET', '/server.js', 404],
    ['GET', '/api/other', 404],
    ['POST', '/', 405],
    ['POST', '/api/snapshot', 405],
    ['HEAD', '/', 200],
  ])('answers %s %s with %i', async (method, path, status) => {
    const dashboard = await startDashboard('http://127.0.0.1:9')
    const response = await fetch(dashboard.url + path, { method })
    expect(response.status).toBe(status)
    if (method === 'HEAD') expect(await response.text()).toBe('')
    else expect(await response.json()).toEqual({ error: expect.stringMatching(/\.$/) as unknown })
  })
})

describe('the command line', () => {
  const run = (...args: string[]) => {
    const child = spawn(process.execPath, [SERVER, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
    onTestFinished(() => void child.kill('SIGKILL'))
    const text = { out: '', err: '' }
    child.stdout.on('data', (chunk) => (text.out += String(chunk)))
    child.stderr.on('data', (chunk) => (text.err += String(chunk)))
    const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...text }))
    return { child, text, ended }
  }

  it.each([
    [['--colector', 'x'], '--colector is unknown; known are --port, --host and --collector.'],
    [['--port=-1'], '--port must be a number from 0 to 65535, not "-1".'],
    [['--host'], '--host needs a value.'],
    [['--collector=ftp://x'], '--collector must be an http or https URL, not "ftp://x".'],
  ])('refuses %j with one sentence', async (args, sentence) => {
    const { code, out, err } = await run(...args).ended
    expect({ code, out, err }).toEqual({ code: 1, out: '', err: `dashboard: ${sentence}\n` })
  })

  it('serves until SIGTERM, then ends with 0 although a stream is open', async () => {
    const collector = await startCollector()
    const { child, text, ended } = run('--port', '0', '--collector', collector.url)
    while (!text.out.includes('\n')) await once(child.stdout, 'data')
    const url = /^dashboard listening on (\S+)\n$/.exec(text.out)?.[1] ?? ''
    const { next } = await openStream(url)
    expect(await next()).toBeDefined()
    child.kill('SIGTERM')
    expect(await ended).toMatchObject({ code: 0, err: '' })
  })
})
