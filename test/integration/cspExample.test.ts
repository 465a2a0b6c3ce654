import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { createSite } from '../../examples/csp/createSite.js'
import { listenLocally } from '../listenLocally.js'

const SERVER = fileURLToPath(new URL('../../examples/csp/server.js', import.meta.url))
const BATCH = JSON.stringify({
  v: 1,
  site: 'shed.example',
  sentAt: 1,
  events: [
    {
      id: 'rl8Hnoz5op4itx79dYe-D',
      type: 'view',
      at: 1,
      page: 'https://shed.example/',
      mode: 'cookieless',
      navigation: 'navigate',
      entry: true,
    },
  ],
})

let site: Awaited<ReturnType<typeof createSite>>
beforeEach(async () => {
  site = await createSite()
})
afterEach(() => site.close())

const post = (path: string, body: string): Promise<Response> =>
  fetch(site.url + path, { method: 'POST', body })

describe('the pages', () => {
  it.each(['/', '/hours'])(
    '%s allows scripts with its nonce only, and every script has it',
    async (path) => {
      const response = await fetch(site.url + path)
      const policy = response.headers.get('content-security-policy') ?? ''
      const [, nonce = ''] = /script-src 'nonce-([\w+/]{24})'(?:;|$)/.exec(policy) ?? []
      expect(policy).not.toMatch(/unsafe|\*|https?:|strict-dynamic/)
      const html = await response.text()
      const scripts = [...html.matchAll(/<script\b[^>]*>(.*?)<\/script>/gs)]
      expect(scripts).toHaveLength(3)
      for (const [tag, content] of scripts) {
        expect(tag).toContain(`nonce="${nonce}"`)
        expect(content).toBe('')
      }
      expect(html).not.toMatch(/\{\{|<style|\sstyle=|\son\w+=/)
      const again = (await fetch(site.url + path)).headers.get('content-security-policy')
      expect(again).not.toContain(nonce)
    },
  )

  it('share their own addresses', async () => {
    const html = await (await fetch(`${site.url}/hours`)).text()
    const own = `${site.url}/hours`
    expect(html).toContain(`url="${own}"`)
    expect(html.match(/ data-channel="/g)).toHaveLength(3)
    expect(html.split(encodeURIComponent(own)).length).toBeGreaterThan(3)
  })

  it('name files that are there', async () => {
    const html = await (await fetch(site.url)).text()
    const named = [...html.matchAll(/(?:src|href)="(\/[^"/]+\.(?:js|css))"/g)]
    expect(named.length).toBeGreaterThan(4)
    for (const [, path = ''] of named)
      expect([path, (await fetch(site.url + path)).status]).toEqual([path, 200])
  })

  it.each(['/missing', '/server.js', '/aparte.../../package.json', '/%2e%2e/package.json'])(
    'serves nothing else of the disk: %s',
    async (path) => {
      expect((await fetch(site.url + path)).status).toBe(404)
    },
  )
})

describe('/collect', () => {
  it('keeps events, and shows them', async () => {
    const response = await post('/collect', BATCH)
    expect(await response.json()).toEqual({ stored: 1, repeated: 0, refused: [] })
    const shown = (await (await fetch(`${site.url}/events`)).json()) as object[]
    expect(shown).toEqual([expect.objectContaining({ id: 'rl8Hnoz5op4itx79dYe-D', type: 'view' })])
  })

  it('refuses what is no batch, and what is too long', async () => {
    expect((await post('/collect', 'nothing')).status).toBe(400)
    expect((await post('/collect', 'x'.repeat(65_537))).status).toBe(413)
    expect(await (await fetch(`${site.url}/events`)).json()).toEqual([])
  })

  it('passes batches on as they are, with who sent them, and the answer back', async () => {
    const got: unknown[] = []
    const collector = await listenLocally(
      createServer((request, response) => {
        let body = ''
        request.on('data', (chunk) => (body += String(chunk)))
        request.on('end', () => {
          const { 'user-agent': agent, 'content-type': type } = request.headers
          got.push([request.method, request.url, agent, type, body])
          response.writeHead(200).end('{"stored":1}')
        })
      }),
    )
    const passing = await createSite({ collector: `${collector.url}/collect` })
    const send = (): Promise<Response> =>
      fetch(`${passing.url}/collect`, {
        method: 'POST',
        body: BATCH,
        headers: { 'user-agent': 'Reader/1' },
      })
    try {
      expect(await (await send()).json()).toEqual({ stored: 1 })
      expect(got).toEqual([['POST', '/collect', 'Reader/1', 'text/plain;charset=UTF-8', BATCH]])
      await collector.close()
      expect((await send()).status).toBe(502)
    } finally {
      await passing.close()
    }
  })

  it('answers no other methods and posts', async () => {
    expect((await fetch(`${site.url}/collect`, { method: 'DELETE' })).status).toBe(405)
    expect((await post('/', BATCH)).status).toBe(404)
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
    const url = /^csp listening on (\S+)\n$/.exec(String(line))?.[1] ?? ''
    expect((await fetch(url)).status).toBe(200)
    child.kill('SIGTERM')
    expect(await ended).toEqual({ code: 0, err: '' })
  })

  it.each([
    [['--port', 'http'], 'csp: --port must be a number from 0 to 65535, not "http".\n'],
    [['--collector', 'here'], 'csp: --collector must be an address, not "here".\n'],
  ])('refuses %j in one sentence', async (args, err) => {
    expect(await run(...args).ended).toEqual({ code: 1, err })
  })
})
