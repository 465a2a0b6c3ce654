import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { describe, expect, it, vi } from 'vitest'
import { batch, post, view } from './collectorEvents.js'
import { newStore, startCollector } from './collectorFolder.js'
import { server, startProcess } from './collectorProcess.js'

describe('the process', () => {
  it('says where it listens and where it stores, and sees all data after a second start', async () => {
    const file = await newStore()
    const first = startProcess(['--port', '0', '--file', file])
    const url = await first.url
    expect(first.text.out).toBe(`collector listening on ${url}\ncollector stores in ${file}\n`)
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    await post(url, batch([view(), view()]))
    first.child.kill('SIGINT')
    expect(await first.exit).toBe(0)

    const second = startProcess([], { PORT: '0', COLLECTOR_FILE: file })
    const snapshot = await fetch(`${await second.url}/api/snapshot`)
    expect(await snapshot.json()).toMatchObject({ totals: { views: 2 } })
    second.child.kill('SIGTERM')
    expect(await second.exit).toBe(0)
    expect(second.text.err).toBe('')
  })

  it('keeps what it has answered when it is killed', async () => {
    const file = await newStore()
    const running = startProcess(['--port', '0', '--file', file])
    const url = await running.url
    const sent = Array.from({ length: 300 }, () => view())
    const answered: unknown[] = []
    await Promise.all(
      sent.map(async (event) => {
        const reply = await post(url, batch([event])).catch(() => undefined)
        if (reply?.status === 200) answered.push(event.id)
        // Killed in the middle: commits are under way, and later requests find nobody.
        if (answered.length === 40) running.child.kill('SIGKILL')
      }),
    )
    expect(await running.exit).toBe(null)
    expect(answered.length).toBeGreaterThanOrEqual(40)
    const { query } = await startCollector(file)
    const stored = new Set((await query('select id from events')).map(({ id }) => id))
    expect(answered.filter((id) => !stored.has(id))).toEqual([])
  })

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'on %s accepts nothing new, answers what is under way, closes streams and ends with 0',
    async (signal) => {
      const file = await newStore()
      const running = startProcess(['--port', '0', '--file', file])
      const url = await running.url
      const port = Number(new URL(url).port)
      const stream = await fetch(`${url}/api/stream`)
      const body = JSON.stringify(batch([view()]))
      const socket = connect(port, '127.0.0.1')
      let text = ''
      socket.on('data', (chunk) => (text += String(chunk)))
      await once(socket, 'connect')
      socket.write(
        `POST /collect HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: ${body.length}\r\n\r\n`,
      )
      // The server has taken the request on; the body is half there.
      await vi.waitFor(() => expect(text).toContain('100 Continue'), 10_000)
      socket.write(body.slice(0, 50))
      running.child.kill(signal)
      await vi.waitFor(() => expect(fetch(url)).rejects.toThrow(), 10_000)
      socket.write(body.slice(50))
      await once(socket, 'close')
      expect(text).toContain('HTTP/1.1 200 OK')
      expect(text).toContain('{"stored":1,"repeated":0,"refused":[]}')
      // It ends in order, whether or not its first snapshot had been made.
      expect(await stream.text()).toMatch(/^retry: 1000\n/)
      expect(await running.exit).toBe(0)
      const { query } = await startCollector(file)
      expect(await query('select count(*) as n from events')).toEqual([{ n: 1 }])
    },
  )

  it('says in one sentence that its file is in use', async () => {
    const { file } = await startCollector()
    const second = startProcess(['--port', '0', '--file', file])
    expect(await second.exit).toBe(1)
    expect(second.text).toEqual({
      out: '',
      err: `collector: The store ${file} is in use by another process: stop that one or choose another --file.\n`,
    })
  })

  it('says in one sentence that its port is taken', async () => {
    const { port } = await startCollector()
    const second = startProcess(['--port', String(port), '--file', await newStore()])
    expect(await second.exit).toBe(1)
    expect(second.text.err).toBe(`collector: Port ${port} is taken: choose another --port.\n`)
  })

  it.each([
    [
      ['--prot', '1'],
      "Unknown option '--prot'. Known flags are --port, --host, --file, --sites, --rate, --trust-proxy, --days, --previews and --reclassify.",
    ],
    [['--port'], "Option '--port <value>' argument missing. Known flags"],
    [['--port', 'many'], '--port must be a number from 0 to 65535, not "many".'],
    [['--port', '70000'], '--port must be a number from 0 to 65535, not "70000".'],
    [['--host', 'a b'], '--host must be a host name or an address, not "a b".'],
    [['--file='], '--file must be the path of the store.'],
    [['--rate', 'many'], '--rate must be a number of batches a second, not "many"; 0 takes all.'],
    [['--trust-proxy', 'proxy'], '--trust-proxy: "proxy" is no address and no network such as'],
    [['--sites', 'no-such-file'], '--sites: The file no-such-file cannot be read (ENOENT).'],
    [['--host', '0.0.0.0'], '--host 0.0.0.0 is open to others: say with --sites which sites it is'],
    [
      ['store.duckdb'],
      'Known flags are --port, --host, --file, --sites, --rate, --trust-proxy, --days, --previews and --reclassify.',
    ],
  ])('says what is wrong with %j and ends with 1', (args, sentence) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [server, ...args], {
      encoding: 'utf8',
    })
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toContain(`collector: `)
    expect(stderr).toContain(sentence)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  })

  it('takes sites, rate and proxies from the environment, and starts for others with sites', async () => {
    const running = startProcess(['--port', '0', '--file', await newStore()], {
      HOST: '0.0.0.0',
      SITES: 'journal.example; magazine.example https://www.magazine.example',
      RATE: '1',
      TRUST_PROXY: '127.0.0.1',
    })
    const url = (await running.url).replace('0.0.0.0', '127.0.0.1')
    const send = (site: string, origin: string) =>
      post(url, batch([view()], { site }), { Origin: origin, 'X-Forwarded-For': '203.0.113.7' })
    expect(await send('journal.example', 'https://journal.example')).toMatchObject({ status: 200 })
    expect(await send('magazine.example', 'https://magazine.example')).toMatchObject({
      status: 403,
    })
    const statuses = new Set<number>()
    for (let n = 0; n < 60 && !statuses.has(429); n++)
      statuses.add((await send('journal.example', 'https://journal.example')).status)
    expect([...statuses]).toEqual([200, 429])
  })

  it('takes no secret that is short', async () => {
    const running = startProcess(['--file', await newStore()], { COLLECTOR_SECRET: 'short' })
    expect(await running.exit).toBe(1)
    expect(running.text.err).toBe('collector: COLLECTOR_SECRET must have at least 16 characters.\n')
  })

  it('refuses a file that is no store', async () => {
    const running = startProcess(['--port', '0', '--file', server])
    expect(await running.exit).toBe(1)
    expect(running.text.err).toMatch(/^collector: The store .+ cannot be opened: [^\n]+\n$/)
  })

  it('refuses an existing data file, which would be read but never written', async () => {
    const file = `${await newStore()}.json`
    await writeFile(file, '{"a":1}')
    const running = startProcess(['--port', '0', '--file', file])
    expect(await running.exit).toBe(1)
    expect(running.text.err).toBe(
      `collector: The store ${file} cannot be opened: it is a data file, not a database.\n`,
    )
    expect(await readFile(file, 'utf8')).toBe('{"a":1}')
  })
})
