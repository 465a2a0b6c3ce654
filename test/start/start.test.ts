/** `npm start` itself, as a person runs it: by npm, with a port that somebody else holds, and Ctrl+C at the end. */
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { nanoid } from 'nanoid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isBusy } from '../../scripts/start/isBusy.mjs'
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

function startByNode(): Terminal {
  return openTerminal(process.execPath, ['scripts/start.mjs', ...readOptions()])
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
  const holder = createServer().listen(base, '127.0.0.1')
  await once(holder, 'listening')
  terminal = startByNpm()
  const { Publisher = '', Dashboard = '', Collector = '' } = await readAddresses(terminal)
  const ports = [Publisher, Dashboard, Collector].map(portOf)
  expect(new Set([...ports, base]).size).toBe(4)
  expect(terminal.read()).toContain(`Port ${base} is busy`)

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
  holder.close()
})

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
