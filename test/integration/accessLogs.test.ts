/** The recipes of `docs/access-logs.md`, taken from the document and run in the real servers. */
import { readFileSync } from 'node:fs'
import { detect } from 'aparte/token'
import { describe, expect, it } from 'vitest'
import { root } from '../../scripts/setup/root.mjs'
import { findServer, LOG_SERVERS, startSite } from './accessLogServers.js'

const TOKEN = 'jhhe3xhz4gn2s'
const REFERER = { Referer: `https://journal.example/b?x=1&dks=${TOKEN}` }
/** Addresses of shared links, as they are and as messengers and gateways leave them; the last one has no token. */
const PATHS = [
  `/a.html?page=2&dks=${TOKEN}`,
  `/?dks=${TOKEN}`,
  `/a.html?u=https%3A%2F%2Fjournal.example%2F%3Fdks%3D${TOKEN}`,
  `/a.html?u=https%253A%252F%252Fjournal.example%252F%253Fdks%253D${TOKEN}`,
  `/a.html?page=2&amp;dks=${TOKEN}&dks=${TOKEN}&z=1`,
  `/a.html?DKS=${TOKEN.toUpperCase()}`,
  `/a.html?dks&equals;${TOKEN}`,
  `/none?dks=${TOKEN}`,
  `/broken?dks=${TOKEN}`,
  '/a.html?last=1',
]

it('cuts every token that aparté would read, whatever messengers and gateways did to the link', () => {
  // The cut of the recipes; the servers below show that theirs is the same.
  const recipe = readFileSync(`${root}docs/access-logs.md`, 'utf8')
  expect(recipe).toContain('request>uri regexp (?i)dks[=%&].* dks=-')
  const cut = (text: string): string => text.replace(/dks[=%&].*/is, 'dks=-')
  const corpus = readFileSync(`${root}test/corpus/mangled-urls.jsonl`, 'utf8')
  const sent = [...corpus.matchAll(/"landed":("(?:[^"\\]|\\.)*")/g)].flatMap(([, text = '']) => {
    const landed = (JSON.parse(text) as string)
      .replaceAll('{PARAM}', 'dks')
      .replaceAll('{TOKEN}', TOKEN)
    // What a server gets of it: encoded as browsers do, and no fragment.
    return URL.canParse(landed) ? [new URL(landed).href.replace(/#.*/s, '')] : []
  })
  const read = sent.filter((url) => detect(url))
  expect(read.length).toBeGreaterThan(150)
  expect(read.filter((url) => detect(cut(url)))).toEqual([])
  expect(read.filter((url) => cut(url).toLowerCase().includes(TOKEN))).toEqual([])
})

for (const server of LOG_SERVERS) {
  const program = findServer(server)
  if (!program) console.log(`${server.name}: not installed here, so its recipe is not tried`)
  describe.skipIf(!program)(server.name, () => {
    it('serves shared links with their tokens, and writes none of them down', async () => {
      const { url, logged } = await startSite(server, program ?? '')
      for (const path of PATHS) {
        const answer = await fetch(url + path, { headers: REFERER })
        const isMissing = path.startsWith('/none') || path.startsWith('/broken')
        if (!isMissing) expect(await answer.text()).toBe('PAGE')
        expect(answer.ok).toBe(!isMissing)
      }
      const text = await logged('last=1')
      // What stood before the token is still there, of the address and of the referrer.
      expect(text).toContain('/a.html?page=2&dks=-')
      expect(text).toContain('/b?x=1&dks=-')
      expect(text.toLowerCase()).not.toContain(TOKEN)
    })
  })
}

const [nginx] = LOG_SERVERS
const program = nginx && findServer(nginx)
describe.skipIf(!program)('nginx', () => {
  const start = async (recipe?: string): ReturnType<typeof startSite> => {
    if (!nginx || !program) throw new Error('not installed')
    return startSite(nginx, program, recipe)
  }

  it('writes tokens down without the recipe', async () => {
    const { url, logged } = await start('access_log /var/log/nginx/access.log combined;')
    await fetch(`${url}/a.html?dks=${TOKEN}`)
    expect(await logged('GET /a.html')).toContain(TOKEN)
  })

  it('keeps one copy of a page for all its shared links with the key of the recipe', async () => {
    const { url } = await start()
    const cacheOf = async (query: string): Promise<string | null> => {
      const answer = await fetch(`${url}/cached/a.html${query}`)
      expect(await answer.text()).toBe('PAGE')
      return answer.headers.get('x-cache')
    }
    expect(await cacheOf('')).toBe('MISS')
    expect(await cacheOf(`?dks=${TOKEN}`)).toBe('HIT')
    expect(await cacheOf('?page=2&b=3')).toBe('MISS')
    expect(await cacheOf(`?page=2&b=3&dks=${TOKEN}`)).toBe('HIT')
    expect(await cacheOf(`?page=2&dks=${TOKEN}&b=3`)).toBe('HIT')
    expect(await cacheOf(`?dks=${TOKEN}&page=2&b=3`)).toBe('HIT')
    expect(await cacheOf('?page=3')).toBe('MISS')
  })
})
