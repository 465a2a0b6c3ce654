import { request } from 'node:http'
import { describe, expect, it } from 'vitest'
import { startCollector } from './collectorFolder.js'

/** Status of a GET with headers that fetch would not send. */
const statusOf = (url: string, headers: Record<string, string>): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    request(url, { headers }, (response) => {
      response.destroy()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })

describe('who may read', () => {
  it('is this machine alone', async () => {
    const { url, port } = await startCollector()
    for (const path of ['/api/snapshot', '/api/stream']) {
      const status = (headers: Record<string, string>) => statusOf(url + path, headers)
      expect(await status({})).toBe(200)
      expect(await status({ Host: `localhost:${port}`, Origin: 'http://localhost:4000' })).toBe(200)
      expect(await status({ Host: 'journal.example' })).toBe(403)
      expect(await status({ Origin: 'https://journal.example' })).toBe(403)
      expect(await status({ Origin: 'null' })).toBe(403)
      expect(await status({ 'X-Forwarded-For': '203.0.113.7' })).toBe(403)
    }
    const refused = await fetch(`${url}/api/snapshot`, { headers: { Origin: 'https://a.example' } })
    expect(await refused.json()).toEqual({ error: 'Figures are read from this machine only.' })
  })

  it('gives the figures to pages of this machine only', async () => {
    const { url } = await startCollector()
    const response = await fetch(`${url}/api/snapshot`, {
      headers: { Origin: 'http://127.0.0.1:4002' },
    })
    expect(response.headers.get('access-control-allow-origin')).toBe('http://127.0.0.1:4002')
    expect(response.headers.get('vary')).toBe('Origin')
    const plain = await fetch(`${url}/api/snapshot`)
    expect(plain.headers.get('access-control-allow-origin')).not.toBe('*')
  })

  it('is everybody for the list of endpoints', async () => {
    const { url } = await startCollector()
    const response = await fetch(url)
    expect(response.status).toBe(200)
    expect(Object.keys(((await response.json()) as { endpoints: object }).endpoints)).toEqual([
      'POST /collect',
      'POST /api/previews',
      'GET /api/snapshot',
      'GET /api/stream',
      'POST /api/export',
      'POST /api/erase',
    ])
  })
})
