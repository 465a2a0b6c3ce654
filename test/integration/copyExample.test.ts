import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { createSite } from '../../examples/copy/createSite.js'
import { mintToken } from '../../src/token/mintToken.js'

const SERVER = fileURLToPath(new URL('../../examples/copy/server.js', import.meta.url))

let site: Awaited<ReturnType<typeof createSite>>
beforeEach(async () => {
  site = await createSite()
})
afterEach(() => site.close())

const post = (body: string): Promise<Response> =>
  fetch(`${site.url}/shares`, { method: 'POST', body })

/** A share as the page sends it. */
const makeShare = (more: object = {}) => ({
  token: mintToken('copy-text', 0),
  channel: 'copy-text',
  gesture: 'copy',
  urls: [`${site.url}/#mill`],
  ...more,
})

describe('the page', () => {
  it('is whole without a script, and names the address that the reader uses', async () => {
    const response = await fetch(site.url)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    const html = await response.text()
    expect(html).toContain(`${site.url}/#mill`)
    expect(html).not.toMatch(/\{\{|<!--/)
  })

  it('allows its own files and its one inline script, the import map, and nothing else', async () => {
    const response = await fetch(site.url)
    const html = await response.text()
    const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>(.*?)<\/script>/gs)]
    expect(inline).toHaveLength(1)
    const hash = createHash('sha256')
      .update(inline[0]?.[1] ?? '')
      .digest('base64')
    const policy = response.headers.get('content-security-policy')
    expect(policy).toContain(`script-src 'self' 'sha256-${hash}';`)
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
  })

  it('finds every module that it imports, and those import', async () => {
    const html = await (await fetch(site.url)).text()
    const map = /<script type="importmap">(.*?)<\/script>/s.exec(html)?.[1] ?? ''
    const { imports } = JSON.parse(map) as { imports: Record<string, string> }
    const seen = new Set<string>()
    const open = ['/page.js']
    for (let path = open.pop(); path !== undefined; path = open.pop()) {
      if (seen.has(path)) continue
      seen.add(path)
      const response = await fetch(site.url + path)
      expect(`${response.status} ${path}`).toBe(`200 ${path}`)
      expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
      for (const [, name = ''] of (await response.text()).matchAll(/\sfrom\s+'([^']+)'/g))
        open.push(imports[name] ?? new URL(name, site.url + path).pathname)
    }
    expect(seen).toContain('/aparte/copy.js')
    expect(seen).toContain('/aparte/page/copy.js')
    expect(seen).toContain('/nanoid/index.browser.js')
  })

  it.each([
    '/aparte/../package.json',
    '/aparte/%2e%2e/package.json',
    '/aparte/..%2fpackage.json',
    '/aparte//etc/passwd.js',
    '/nanoid/package.json',
    '/server.js',
    '/missing',
  ])('serves nothing else of the disk: %s', async (path) => {
    expect((await fetch(site.url + path)).status).toBe(404)
  })
})

describe('the endpoint', () => {
  it('keeps a share, and shows it', async () => {
    const share = makeShare()
    const response = await post(JSON.stringify(share))
    expect(response.status).toBe(201)
    expect(await response.json()).toEqual(share)
    expect(site.shares).toEqual([share])
    expect(await (await fetch(`${site.url}/shares`)).json()).toEqual([share])
  })

  it('believes the token about the channel, and drops what it does not know', async () => {
    const share = makeShare()
    await post(JSON.stringify({ ...share, channel: 'whatsapp', text: 'what was copied' }))
    expect(site.shares).toEqual([share])
  })

  it.each([
    ['no JSON', () => 'token'],
    ['null', () => 'null'],
    ['no token', () => JSON.stringify(makeShare({ token: undefined }))],
    ['a damaged token', () => JSON.stringify(makeShare({ token: 'g0gc6vye2xp5f' }))],
    ['another gesture', () => JSON.stringify(makeShare({ gesture: 'drag' }))],
    ['no URLs', () => JSON.stringify(makeShare({ urls: [] }))],
    ['URLs that are no texts', () => JSON.stringify(makeShare({ urls: [1] }))],
    [
      'more URLs than a copy can mark',
      () => JSON.stringify(makeShare({ urls: Array(401).fill('/') })),
    ],
  ])('refuses %s', async (_what, write) => {
    const response = await post(write())
    expect(response.status).toBe(400)
    expect(site.shares).toEqual([])
  })

  it('refuses what is too long, and goes on', async () => {
    const long = makeShare({ urls: [`${site.url}/${'a'.repeat(65_536)}`] })
    expect((await post(JSON.stringify(long))).status).toBe(413)
    expect((await post(JSON.stringify(makeShare()))).status).toBe(201)
  })

  it('answers what is far too long, while it still comes, so that the client hears why', async () => {
    const socket = connect(Number(new URL(site.url).port), '127.0.0.1')
    const faults: Error[] = []
    socket.on('error', (fault) => faults.push(fault))
    let text = ''
    socket.on('data', (chunk) => (text += String(chunk)))
    await once(socket, 'connect')
    socket.write(
      'POST /shares HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 2000000\r\n\r\n',
    )
    for (let sent = 0; sent < 2_000_000; sent += 10_000)
      await new Promise((resolve) => socket.write('x'.repeat(10_000), resolve))
    await vi.waitFor(() => expect(text).toMatch(/^HTTP\/1\.1 413 [^]*too long/), 10_000)
    socket.destroy()
    expect(faults).toEqual([])
  })

  it('keeps the last 100', async () => {
    for (let index = 0; index < 101; index++)
      await post(JSON.stringify(makeShare({ urls: [`${site.url}/?n=${index}`] })))
    expect(site.shares).toHaveLength(100)
    expect(site.shares[0]?.urls).toEqual([`${site.url}/?n=1`])
  })

  it('answers no other methods', async () => {
    expect((await fetch(site.url, { method: 'POST', body: '{}' })).status).toBe(405)
    expect((await fetch(`${site.url}/shares`, { method: 'DELETE' })).status).toBe(405)
    const head = await fetch(site.url, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
  })
})

describe('the command line', () => {
  const run = (...args: string[]) => {
    const child = spawn(process.execPath, [SERVER, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
    onTestFinished(() => void child.kill('SIGKILL'))
    let err = ''
    child.stderr.on('data', (chunk) => (err += String(chunk)))
    return { child, ended: once(child, 'close').then(([code]) => ({ code: Number(code), err })) }
  }

  it('says where it listens, and ends with code 0 when it is told to', async () => {
    const { child, ended } = run('--port', '0')
    const [line] = (await once(child.stdout, 'data')) as [Buffer]
    const url = /^copy listening on (\S+)\n$/.exec(String(line))?.[1] ?? ''
    expect((await fetch(url)).status).toBe(200)
    child.kill('SIGTERM')
    expect(await ended).toEqual({ code: 0, err: '' })
  })

  it.each([
    [['--port', 'http'], 'copy: --port must be a number from 0 to 65535, not "http".\n'],
    [['--port', '65536'], 'copy: --port must be a number from 0 to 65535, not "65536".\n'],
  ])('refuses %j in one sentence', async (args, err) => {
    expect(await run(...args).ended).toEqual({ code: 1, err })
  })

  it('says it when the port is taken', async () => {
    const { code, err } = await run('--port', new URL(site.url).port).ended
    expect(code).toBe(1)
    expect(err).toContain('EADDRINUSE')
  })
})
