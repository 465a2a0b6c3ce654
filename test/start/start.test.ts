/** `npm start` itself, as a person runs it: by npm, with a port that somebody else holds, and Ctrl+C at the end. */
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import path from 'node:path'
import { nanoid } from 'nanoid'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { startServer } from '../../scripts/start/startServer.mjs'
import { isBusy } from './isBusy.js'
import { findFreeBase } from './findFreeBase.js'
import { findProcess } from './findProcess.js'
import { openTerminal, type Terminal } from './openTerminal.js'

const NAMES = ['Publisher', 'Dashboard', 'Collector'] as const

/** One view as the script tag would send it, from a reader of the publisher. */
function createBatch(id: string, page: string): string {
  const at = Date.now()
  const event = {
    id,
    type: 'view',
    at,
    page,
    mode: 'cookieless',
    navigation: 'navigate',
    entry: true,
  }
  return JSON.stringify({ v: 1, site: new URL(page).host, sentAt: at, events: [event] })
}

let folder = ''
let base = 0
let terminal: Terminal | undefined

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'aparte-start-'))
  base = await findFreeBase()
})
afterEach(async () => {
  await terminal?.kill()
  await rm(folder, { recursive: true })
})

const readOptions = () => ['--port', String(base), '--file', path.join(folder, 'events.duckdb')]

function startByNpm(): Terminal {
  return openTerminal('npm', ['start', '--', ...readOptions()])
}

function startByNode(env?: Record<string, string>): Terminal {
  return openTerminal(process.execPath, ['scripts/start.mjs', ...readOptions()], env)
}

/** Takes a port of 127.0.0.1 until the test ends. */
async function hold(port: number): Promise<void> {
  const holder = createServer().listen(port, '127.0.0.1')
  await once(holder, 'listening')
  onTestFinished(() => void holder.close())
}

const portOf = (url: string) => Number(new URL(url).port)

/** The ports that are still held. */
async function findHeld(ports: number[]): Promise<number[]> {
  const held = await Promise.all(ports.map(isBusy))
  return ports.filter((_, index) => held[index])
}

/** Waits for the three addresses that a person would open. */
async function readAddresses({ waitFor }: Terminal): Promise<Record<string, string>> {
  const found = NAMES.map(async (name) => {
    const match = await waitFor(new RegExp(`^${name} +(http://127\\.0\\.0\\.1:\\d+)/`, 'm'))
    return [name, match[1] ?? '']
  })
  return Object.fromEntries(await Promise.all(found))
}

test('npm start moves from a busy port, takes an event through to the dashboard, and ends with Ctrl+C', async () => {
  await hold(base)
  await hold(base + 2)
  terminal = startByNpm()
  const { Publisher = '', Dashboard = '', Collector = '' } = await readAddresses(terminal)
  const ports = [Publisher, Dashboard, Collector].map(portOf)
  expect(new Set([...ports, base, base + 2]).size).toBe(5)
  expect(terminal.read()).toContain(`Port ${base} is busy, publisher moves`)
  expect(terminal.read()).toContain(`Port ${base + 2} is busy, collector moves`)

  const [, article = ''] = await terminal.waitFor(/Open (http:\S+) and copy/)
  expect(new URL(article).origin).toBe(Publisher)
  const page = await fetch(article)
  expect(page.status).toBe(200)
  const [, endpoint = ''] = /data-endpoint="([^"]+)"/.exec(await page.text()) ?? []
  expect(new URL(endpoint, article).origin).toBe(Collector)
  expect((await fetch(new URL('/aparte.min.js', article))).status).toBe(200)
  expect((await fetch(Dashboard)).status).toBe(200)

  const body = createBatch(nanoid(), article)
  const answer = await fetch(new URL(endpoint, article), { method: 'POST', body })
  expect(await answer.json()).toMatchObject({ stored: 1 })
  const snapshot = await fetch(`${Dashboard}/api/snapshot`)
  expect(await snapshot.text()).toContain(new URL(article).pathname)

  terminal.interrupt()
  // Where the shell between npm and the script dies of the signal (dash), npm ends by it as well: no code, or 130.
  expect([0, 130, null]).toContain(await terminal.exited)
  expect(await findHeld(ports)).toEqual([])
})

test('moves to another port for a busy port only, and says what else is wrong', async () => {
  await hold(base + 2)
  const args = ['--port', String(base), '--file', 'LICENSE']
  terminal = openTerminal(process.execPath, ['scripts/start.mjs', ...args])
  expect(await terminal.exited).toBe(1)
  expect(terminal.read()).toMatch(/Could not start: .*LICENSE cannot be opened/)
  expect(terminal.read()).not.toContain('is busy')
})

test('listens on 127.0.0.1 whatever HOST says', async () => {
  const { waitFor } = (terminal = startByNode({ HOST: '0.0.0.0', PORT: '1' }))
  const hosts = NAMES.map(async (name) => {
    const match = await waitFor(new RegExp(`^${name} +http://(.+):\\d+/`, 'm'))
    return match[1]
  })
  expect(await Promise.all(hosts)).toEqual(['127.0.0.1', '127.0.0.1', '127.0.0.1'])
})

test.runIf(JSON.stringify(networkInterfaces()).includes('"::1"'))(
  'reads the address of a server that listens on IPv6',
  async () => {
    const server = await startServer('publisher', ['--host', '::1', '--port', '0'])
    onTestFinished(server.stop)
    expect(server.url).toMatch(/^http:\/\/\[::1\]:\d+$/)
    expect((await fetch(server.url)).status).toBe(200)
  },
)

test.each(['SIGINT', 'SIGTERM'] as const)('ends with code 0 on %s', async (signal) => {
  terminal = startByNode()
  const addresses = await readAddresses(terminal)
  process.kill(terminal.pid, signal)
  expect(await terminal.exited).toBe(0)
  expect(await findHeld(Object.values(addresses).map(portOf))).toEqual([])
})

test('ends everything when npm alone is told to end', async () => {
  terminal = startByNpm()
  const addresses = await readAddresses(terminal)
  process.kill(terminal.pid, 'SIGTERM')
  await terminal.exited
  expect(await findHeld(Object.values(addresses).map(portOf))).toEqual([])
})

test('leaves no server behind when it is killed', async () => {
  terminal = startByNode()
  const addresses = await readAddresses(terminal)
  terminal.killAlone()
  expect(await terminal.exited).toBe(null)
  const ports = Object.values(addresses).map(portOf)
  await vi.waitFor(async () => expect(await findHeld(ports)).toEqual([]), 10_000)
})

test.runIf(existsSync('/proc/self/cmdline'))(
  'ends everything when one server dies, and says which one',
  async () => {
    terminal = startByNode()
    const { Publisher = '', ...others } = await readAddresses(terminal)
    const words = ['examples/publisher/server.js', '--port', String(portOf(Publisher))]
    process.kill(await findProcess(words), 'SIGKILL')
    expect(await terminal.exited).toBe(1)
    expect(terminal.read()).toContain('The publisher has ended by itself.')
    expect(await findHeld([Publisher, ...Object.values(others)].map(portOf))).toEqual([])
  },
)

test.each([
  [['--prot', '1'], /Unknown option --prot/],
  [['--port', 'many'], /--port wants a number/],
  [['--port'], /--port needs a value/],
])('refuses %j with one sentence', async (args, sentence) => {
  terminal = openTerminal('npm', ['start', '--silent', '--', ...args])
  expect(await terminal.exited).toBe(1)
  expect(terminal.read().trim().split('\n')).toEqual([expect.stringMatching(sentence)])
})
