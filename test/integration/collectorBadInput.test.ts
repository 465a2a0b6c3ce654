import { describe, expect, it } from 'vitest'
import { batch, post, view } from './collectorEvents.js'
import { startCollector } from './collectorFolder.js'

const good = (): string => JSON.stringify(batch([view()]))

const cases: [string, string, RequestInit, number, string][] = [
  ['text that is not JSON', '/collect', { method: 'POST', body: '{"v":1' }, 400, 'not JSON'],
  ['an empty body', '/collect', { method: 'POST', body: '' }, 400, 'not JSON'],
  ['no body', '/collect', { method: 'POST' }, 400, 'not JSON'],
  ['a list', '/collect', { method: 'POST', body: '[]' }, 400, 'one JSON object'],
  [
    'another version',
    '/collect',
    { method: 'POST', body: good().replace('"v":1', '"v":2') },
    400,
    'v must be 1',
  ],
  [
    'no events',
    '/collect',
    { method: 'POST', body: JSON.stringify(batch([])) },
    400,
    'events must be',
  ],
  [
    '101 events',
    '/collect',
    { method: 'POST', body: JSON.stringify(batch(Array(101).fill(0))) },
    400,
    'events must be',
  ],
  [
    'bytes that are not UTF-8',
    '/collect',
    {
      method: 'POST',
      body: new Uint8Array([0x22, 0xff, 0x22]),
      headers: { 'Content-Type': 'text/plain' },
    },
    400,
    'not UTF-8',
  ],
  [
    'another charset',
    '/collect',
    { method: 'POST', body: good(), headers: { 'Content-Type': 'text/plain; charset=latin1' } },
    415,
    'UTF-8',
  ],
  [
    'a form',
    '/collect',
    { method: 'POST', body: new URLSearchParams({ a: '1' }) },
    415,
    'text/plain or application/json',
  ],
  [
    'a compressed body',
    '/collect',
    { method: 'POST', body: good(), headers: { 'Content-Encoding': 'gzip' } },
    415,
    'compressed',
  ],
  [
    '65,537 bytes',
    '/collect',
    { method: 'POST', body: 'x'.repeat(65_537) },
    413,
    'longer than 65536 bytes',
  ],
  [
    '5 MB',
    '/collect',
    { method: 'POST', body: 'x'.repeat(5_000_000) },
    413,
    'longer than 65536 bytes',
  ],
  ['GET', '/collect', {}, 405, 'POST'],
  ['PUT', '/collect', { method: 'PUT', body: good() }, 405, 'POST'],
  ['DELETE of the figures', '/api/snapshot', { method: 'DELETE' }, 405, 'GET'],
  ['POST to the figures', '/api/stream', { method: 'POST', body: good() }, 405, 'GET'],
  ['an unknown path', '/collect/x', { method: 'POST', body: good() }, 404, 'nothing here'],
  ['a long unknown path', `/${'%0a'.repeat(500)}`, {}, 404, 'nothing here'],
]

describe('bad input', () => {
  it.each(cases)('%s gets a 4xx with one sentence', async (_name, path, init, status, sentence) => {
    const { url, query, lines } = await startCollector()
    const response = await fetch(url + path, init)
    const answer = (await response.json()) as { error: string }
    expect([response.status, Object.keys(answer)]).toEqual([status, ['error']])
    expect(answer.error).toContain(sentence)
    expect(answer.error).toMatch(/^[^\n]+\.$/)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('allow')).toBe(
      status !== 405 ? null : path === '/collect' ? 'POST, OPTIONS' : 'GET',
    )
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(new RegExp(`^\\w+ /[!-~]* ${status} `))
    expect(lines[0]?.length).toBeLessThan(250)
    expect(lines[0]).not.toContain('127.0.0.1')
    expect(await query('select count(*) as n from events')).toEqual([{ n: 0 }])
    expect(await post(url, good())).toMatchObject({ status: 200, answer: { stored: 1 } })
  })

  it('of 65,536 bytes is read', async () => {
    const { url } = await startCollector()
    expect(await post(url, good().padEnd(65_536))).toMatchObject({ status: 200 })
  })
})
