import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createDashboard } from '../../examples/dashboard/createDashboard.js'
import { batch, post, view } from './collectorEvents.js'
import { startCollector } from './collectorFolder.js'

const SERVER = fileURLToPath(new URL('../../examples/dashboard/server.js', import.meta.url))
const PASSWORD = 'twelve: ånd more'
const PATHS = ['/', '/dashboard.js', '/api/snapshot', '/api/stream', '/nothing']
const HEADERS = {
  'content-security-policy': "default-src 'none'; script-src 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
}

type Options = Parameters<typeof createDashboard>[0]

const startDashboard = async (options: Partial<Options> = {}) => {
  const dashboard = await createDashboard({ collector: 'http://127.0.0.1:9', ...options })
  onTestFinished(() => dashboard.close())
  const get = async (path: string, headers: Record<string, string> = {}) => {
    const abort = new AbortController()
    const url = dashboard.url.replace('0.0.0.0', '127.0.0.1')
    const response = await fetch(url + path, { headers, signal: abort.signal })
    // A stream has no end.
    const text = path === '/api/stream' && response.ok ? '' : await response.text()
    abort.abort()
    return { status: response.status, headers: response.headers, text }
  }
  return { ...dashboard, get }
}

const basic = (password: string, user = 'anybody'): Record<string, string> => ({
  Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
})

describe('a dashboard with a password', () => {
  it('shows nothing without it: no page, no script, no snapshot, no stream', async () => {
    const collector = await startCollector()
    await post(collector.url, batch([view()]))
    const { get } = await startDashboard({ collector: collector.url, password: PASSWORD })
    const wrong = [{}, { Authorization: `Bearer ${PASSWORD}` }, { Authorization: 'Basic' }]
    for (const path of PATHS)
      for (const headers of wrong) {
        const { status, text, headers: answered } = await get(path, headers)
        expect([status, text]).toEqual([401, '{"error":"The dashboard needs its password."}\n'])
        expect(answered.get('www-authenticate')).toBe('Basic realm="dashboard", charset="UTF-8"')
        for (const [name, value] of Object.entries(HEADERS))
          expect(answered.get(name)).toContain(value)
      }
    for (const password of ['', 'wrong', PASSWORD.slice(1), `${PASSWORD} `])
      expect((await get('/api/snapshot', basic(password))).status).toBe(401)
    const noColon = Buffer.from('twelve characters').toString('base64')
    expect((await get('/', { Authorization: `Basic ${noColon}` })).status).toBe(401)
  })

  it('shows everything with it, whatever the user is called, and with the headers of a careful page', async () => {
    const collector = await startCollector()
    await post(collector.url, batch([view()]))
    const { get } = await startDashboard({ collector: collector.url, password: PASSWORD })
    for (const path of PATHS) {
      const { status, headers, text } = await get(path, basic(PASSWORD, 'ed'))
      expect([path, status]).toEqual([path, path === '/nothing' ? 404 : 200])
      for (const [name, value] of Object.entries(HEADERS))
        expect(headers.get(name)).toContain(value)
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      if (path === '/api/snapshot') expect(JSON.parse(text)).toMatchObject({ totals: { views: 1 } })
    }
  })

  it('lets an address guess ten times, then makes it wait, and others go on', async () => {
    const { get } = await startDashboard({ password: PASSWORD, trustProxy: ['loopback'] })
    const from = (address: string) => ({ 'X-Forwarded-For': address })
    const statuses = []
    for (let n = 0; n < 12; n++)
      statuses.push((await get('/', { ...basic(`wrong ${n}`), ...from('203.0.113.7') })).status)
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(401))
    expect(statuses).toContain(429)
    // The right one tells nothing either, or guessing would only have to go on.
    const { status, headers, text } = await get('/', { ...basic(PASSWORD), ...from('203.0.113.7') })
    expect([status, text]).toEqual([429, '{"error":"Too many wrong passwords: wait a little."}\n'])
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await get('/', { ...basic(PASSWORD), ...from('203.0.113.8') })).status).toBe(200)
    expect((await get('/', from('203.0.113.7'))).status).toBe(401)
  })

  it('hands the secret of its collector on, to that collector alone', async () => {
    const secret = 'sixteen-or-more-characters'
    const collector = await startCollector(undefined, { secret })
    const { get } = await startDashboard({ collector: collector.url, password: PASSWORD, secret })
    expect((await get('/api/snapshot', basic(PASSWORD))).status).toBe(200)
    expect((await get('/api/stream', basic(PASSWORD))).status).toBe(200)
    const without = await startDashboard({ collector: collector.url, password: PASSWORD })
    expect((await without.get('/api/snapshot', basic(PASSWORD))).status).toBe(401)
  })
})

describe('a dashboard without a password', () => {
  it('is for this machine alone: it starts on no other address', async () => {
    for (const host of ['0.0.0.0', '::', '192.0.2.1', 'dashboard.example'])
      await expect(startDashboard({ host })).rejects.toThrow(
        `--host ${host} would show the figures to others: set DASHBOARD_PASSWORD, or keep 127.0.0.1.`,
      )
    const { get } = await startDashboard({ host: '0.0.0.0', password: PASSWORD })
    expect((await get('/')).status).toBe(401)
    expect((await get('/', basic(PASSWORD))).status).toBe(200)
  })

  it('shows no figures to what came over a proxy', async () => {
    const collector = await startCollector()
    const { get } = await startDashboard({ collector: collector.url })
    expect((await get('/api/snapshot')).status).toBe(200)
    for (const headers of [{ 'X-Forwarded-For': '127.0.0.1' }, { Forwarded: 'for=127.0.0.1' }])
      expect(await get('/api/snapshot', headers)).toMatchObject({
        status: 403,
        text: '{"error":"Behind a proxy the dashboard needs a DASHBOARD_PASSWORD."}\n',
      })
  })

  it.each([
    [
      ['--host', '0.0.0.0'],
      {},
      '--host 0.0.0.0 would show the figures to others: set DASHBOARD_PASSWORD',
    ],
    [[], { DASHBOARD_PASSWORD: 'short' }, 'DASHBOARD_PASSWORD must have at least 12 characters.'],
    [[], { DASHBOARD_PASSWORD: PASSWORD, TRUST_PROXY: 'proxy' }, '"proxy" is no address'],
  ])('does not start by the command with %j and %j', async (args, env, sentence) => {
    const { code, out, err } = await run(args, env).ended
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain(`dashboard: ${sentence}`)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
  })

  it('starts on every address by the command with a password, and warns of plain http', async () => {
    const { child, text, ended } = run(['--host', '0.0.0.0', '--port', '0'], {
      DASHBOARD_PASSWORD: PASSWORD,
    })
    while (!text.out.includes('\n')) await once(child.stdout, 'data')
    while (!text.err.includes('\n')) await once(child.stderr, 'data')
    const url = /listening on (\S+)/.exec(text.out)?.[1]?.replace('0.0.0.0', '127.0.0.1') ?? ''
    expect((await fetch(url)).status).toBe(401)
    expect((await fetch(url, { headers: basic(PASSWORD) })).status).toBe(200)
    expect(text.err).toBe(
      'dashboard: over plain http others on the way can read the password: put https in front.\n',
    )
    child.kill('SIGTERM')
    expect((await ended).code).toBe(0)
  })
})

function run(args: string[], env: Record<string, string>) {
  const child = spawn(process.execPath, [SERVER, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const text = { out: '', err: '' }
  child.stdout.on('data', (chunk) => (text.out += String(chunk)))
  child.stderr.on('data', (chunk) => (text.err += String(chunk)))
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...text }))
  return { child, text, ended }
}
