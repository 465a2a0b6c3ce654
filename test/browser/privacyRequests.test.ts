/** What goes along with the events, besides themselves: no cookie, and of the address that sends them the origin alone. */
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { mintToken } from '../../src/token/mintToken.js'
import { copySelection } from './copySelection.js'
import { onEveryEngine } from './onEveryEngine.js'
import { waitFor } from './waitFor.js'

/** A receiver that takes everything and keeps the headers. Another port of the same site: cookies do not ask for ports. */
let endpoint = ''
let received: { headers: IncomingHttpHeaders; body: string }[] = []
const server = createServer((request, response) => {
  let body = ''
  request.on('data', (chunk) => (body += String(chunk)))
  request.on('end', () => {
    received.push({ headers: request.headers, body })
    response.setHeader('access-control-allow-origin', request.headers.origin ?? '*')
    response.setHeader('access-control-allow-credentials', 'true')
    response.writeHead(204).end()
  })
})
beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/collect` // a TCP server's
})
afterAll(() => server.close())
beforeEach(() => {
  received = []
})

onEveryEngine(
  'requests',
  (stage) => {
    test('events leave without cookies and without the path of the page', async () => {
      const { engine, site } = stage
      stage.serve({ 'data-consent': 'granted', 'data-endpoint': endpoint })
      const context = await stage.createContext()
      const page = await context.open(`${site.url}/article/secret?dks=${mintToken('x', 1)}`)
      await page.evaluate(() => {
        document.cookie = 'login=secret; path=/'
      })
      await copySelection(engine, page, '#copied')
      const sent = await waitFor('a landing and a share', async () => {
        const bodies = received.map(({ body }) => body).join('')
        return bodies.includes('"share"') && bodies.includes('"landing"') && [...received]
      })
      for (const { headers } of sent) {
        expect(headers.cookie).toBeUndefined()
        expect([undefined, `${site.url}/`]).toContain(headers.referer)
      }
      // The check can fail: a request of the page's own carries both.
      await page.evaluate(
        (url) =>
          fetch(url, {
            method: 'POST',
            body: 'own',
            credentials: 'include',
            referrerPolicy: 'unsafe-url',
          }).then(() => undefined),
        endpoint,
      )
      const own = received.find(({ body }) => body === 'own')
      expect(own?.headers.cookie).toBe('login=secret')
      expect(own?.headers.referer).toContain('/article/secret')
    })
  },
  { isLong: true },
)
