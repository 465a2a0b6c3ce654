/** When other scripts of a page see the token in its address, and in which requests it stands as referrer. Prints a table. */
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { mintToken } from '../../src/token/mintToken.js'
import { listenLocally } from '../listenLocally.js'
import { onEveryEngine } from './onEveryEngine.js'
import { waitFor } from './waitFor.js'

declare global {
  interface Window {
    /** Moment → the address at that moment. */
    addresses: Record<string, string>
  }
}

const SCRIPT = new URL('../../dist/aparte.min.js', import.meta.url)

const writePage = (
  endpoint: string,
  other: string,
): string => `<!doctype html><html lang="en"><head><meta charset="utf-8">
<link rel="icon" href="data:,"><script>
window.addresses = {}
const note = (moment) => { addresses[moment] = location.href }
note('a script in the head')
addEventListener('DOMContentLoaded', () => note('DOMContentLoaded'))
addEventListener('load', () => { note('load'); setTimeout(() => note('a second after load'), 1000) })
</script>
<script async src="/aparte.min.js" data-endpoint="${endpoint}"></script>
<script defer src="/deferred.js"></script></head>
<body><img src="/own.png" alt=""><img src="${other}/other.png" alt=""></body></html>`

const MOMENTS = [
  'a script in the head',
  'a deferred script',
  'DOMContentLoaded',
  'load',
  'a second after load',
]
const REFERRERS = ['referrer of a picture from the site', 'referrer of a picture from elsewhere']

/** Row → engine → whether the token was seen. */
const seen = new Map<string, Map<string, boolean>>()
const note = (row: string, engine: string, isSeen: boolean): void => {
  seen.set(row, (seen.get(row) ?? new Map<string, boolean>()).set(engine, isSeen))
}

onEveryEngine(
  'other scripts',
  (stage) => {
    test('see the token until the load, and no longer a second later; other sites get no address', async () => {
      const { engine, collector } = stage
      const referrers = new Map<string, string>()
      let page = ''
      const serve = (): Server =>
        createServer((request, response) => {
          const { pathname } = new URL(request.url ?? '/', 'http://site')
          referrers.set(pathname, request.headers.referer ?? '')
          if (pathname === '/deferred.js')
            response.setHeader('content-type', 'text/javascript').end("note('a deferred script')")
          else if (pathname === '/aparte.min.js')
            readFile(SCRIPT).then(
              (bytes) => response.setHeader('content-type', 'text/javascript').end(bytes),
              () => response.destroy(),
            )
          else if (pathname === '/a') response.setHeader('content-type', 'text/html').end(page)
          else response.writeHead(404).end()
        })
      const site = await listenLocally(serve())
      const other = await listenLocally(serve())
      onTestFinished(site.close)
      onTestFinished(other.close)
      page = writePage(collector.endpoint, other.url)
      const token = mintToken('x', 1)
      const tab = await (await stage.createContext()).open(`${site.url}/a?dks=${token}`)
      const addresses = await waitFor('the last moment', () =>
        tab.evaluate(() => 'a second after load' in window.addresses && window.addresses),
      )
      for (const moment of MOMENTS)
        note(moment, engine.name, addresses[moment]?.includes(token) ?? false)
      for (const [at, path] of ['/own.png', '/other.png'].entries())
        note(REFERRERS[at] ?? '', engine.name, referrers.get(path)?.includes(token) ?? false)
      expect(addresses['a script in the head']).toContain(token)
      expect(addresses['a second after load']).not.toContain(token)
      expect(referrers.get('/other.png')).toBe(`${site.url}/`)
    })
  },
  { isLong: true },
)

afterAll(() => {
  const engines = [...new Set([...seen.values()].flatMap((row) => [...row.keys()]))]
  const rows = [...seen].map(
    ([row, byEngine]) =>
      `| ${[row, ...engines.map((name) => (byEngine.get(name) ? 'seen' : 'not seen'))].join(' | ')} |`,
  )
  console.log(`\n| the token | ${engines.join(' | ')} |\n${rows.join('\n')}`)
})
