import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { request } from 'node:http'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { createPublisher } from '../../examples/publisher/createPublisher.js'

/** Nothing listens there: every page has to be whole without a collector. */
const COLLECTOR = 'http://127.0.0.1:9'
const SERVER = fileURLToPath(new URL('../../examples/publisher/server.js', import.meta.url))

let publisher: Awaited<ReturnType<typeof createPublisher>>
beforeAll(async () => {
  publisher = await createPublisher({ collector: COLLECTOR })
})
afterAll(() => publisher.close())

/** Addresses that a page names, without their fragments. */
const linksOf = (html: string, base: string): string[] =>
  [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, to = '']) => {
    const url = new URL(to.replaceAll('&amp;', '&'), base)
    url.hash = ''
    return url.href
  })

/** Every HTML page that can be reached from the two front pages, by path; fails on a link that leads nowhere. */
async function crawl(): Promise<Map<string, string>> {
  const pages = new Map<string, string>()
  const seen = new Set<string>()
  const open = [`${publisher.url}/`, `${publisher.url}/fr/`]
  for (let url = open.pop(); url; url = open.pop()) {
    if (seen.has(url)) continue
    seen.add(url)
    const response = await fetch(url, { redirect: 'error' })
    expect(`${response.status} ${url}`).toBe(`200 ${url}`)
    const body = await response.text()
    if (!response.headers.get('content-type')?.startsWith('text/html')) continue
    pages.set(new URL(url).pathname, body)
    open.push(...linksOf(body, url).filter((to) => to.startsWith(`${publisher.url}/`)))
  }
  return pages
}

/** A GET whose target is sent as written: fetch would tidy it up. */
const getRaw = (
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number | undefined; body: string }> =>
  new Promise((resolve, reject) => {
    const sent = request(publisher.url, { path, headers, agent: false }, (response) => {
      let body = ''
      response.on('data', (chunk) => (body += String(chunk)))
      response.on('end', () => resolve({ status: response.statusCode, body }))
    })
    sent.on('error', reject).end()
  })

/** Runs the command line; `listening` resolves with its address, `ended` with its exit code and what it said. */
function run(...args: string[]) {
  const child = spawn(process.execPath, [SERVER, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  let out = ''
  let err = ''
  child.stderr.on('data', (chunk) => (err += String(chunk)))
  const listening = new Promise<string>((resolve) => {
    child.stdout.on('data', (chunk) => {
      out += String(chunk)
      const url = /^publisher listening on (\S+)\n/.exec(out)?.[1]
      if (url) resolve(url)
    })
  })
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, out, err }))
  return { child, listening, ended }
}

describe('every page', () => {
  let pages: Map<string, string>
  beforeAll(async () => {
    pages = await crawl()
  })

  it('is reached by links, and every link inside the site leads somewhere', () => {
    const paths = [...pages.keys()]
    const english = paths.filter((path) => /^\/(?:harbour|island|culture)\/[\w-]+$/.test(path))
    const french = paths.filter((path) => /^\/fr\/(?:port|ile|culture)\/[\w-]+$/.test(path))
    expect(english.length).toBeGreaterThanOrEqual(4)
    expect(french.length).toBeGreaterThanOrEqual(4)
    expect(paths).toEqual(expect.arrayContaining(['/', '/fr/', '/live/', '/live/the-turn']))
  })

  it('has the script tag and the queue', () => {
    for (const [path, html] of pages) {
      expect(html, path).toContain(
        `<script async src="/aparte.min.js" data-endpoint="${COLLECTOR}/collect" data-consent="cookieless"></script>`,
      )
      expect(html, path).toContain('(window.aparte = window.aparte || []).push((tracker) =>')
    }
  })

  it('says its language, its own address and that of its translation', () => {
    for (const [path, html] of pages) {
      expect(html, path).toContain(`<html lang="${path.startsWith('/fr/') ? 'fr' : 'en'}">`)
      expect(html, path).toContain(`<link rel="canonical" href="${publisher.url}${path}">`)
      for (const [, lang, to = ''] of html.matchAll(/hreflang="(\w+)" href="([^"]+)"/g)) {
        const translation = pages.get(new URL(to).pathname) ?? ''
        expect(translation, to).toContain(`<html lang="${lang}">`)
        expect(translation, to).toContain(`href="${publisher.url}${path}"`)
      }
    }
  })

  it('takes nothing from elsewhere', async () => {
    const sheets = new Set<string>()
    for (const [path, html] of pages) {
      for (const url of linksOf(html, publisher.url + path)) {
        expect(url.startsWith(`${publisher.url}/`), `${path} → ${url}`).toBe(true)
        if (url.endsWith('.css')) sheets.add(url)
      }
    }
    expect(sheets.size).toBeGreaterThan(0)
    for (const sheet of sheets) {
      expect(await (await fetch(sheet)).text(), sheet).not.toMatch(/url\(|@import/)
    }
  })

  it('allows exactly its own inline scripts, by their hashes', async () => {
    for (const path of pages.keys()) {
      const response = await fetch(publisher.url + path)
      const policy = response.headers.get('content-security-policy')
      const inline = [...(await response.text()).matchAll(/<script>([^]*?)<\/script>/g)]
      expect(inline, path).toHaveLength(2)
      for (const [, code = ''] of inline) {
        expect(policy).toContain(createHash('sha256').update(code).digest('base64'))
      }
      expect(policy).toContain(`connect-src 'self' ${COLLECTOR}`)
    }
  })
})

describe('the stories', () => {
  it('spell out their own address as the reader knows it', async () => {
    const host = `localhost:${publisher.port}`
    const { body } = await getRaw('/island/the-noticeboard', { host })
    const url = `http://${host}/island/the-noticeboard`
    expect(body.replaceAll(/<[^>]*>/g, ' ')).toContain(`begins with the address ${url} in`)
    expect(body).not.toContain('{{')
  })

  it('never repeat a host that is no host', async () => {
    const { body } = await getRaw('/island/the-noticeboard', { host: 'a"><script>alert(1)' })
    expect(body).not.toContain('alert(1)')
    expect(body).toContain(`${publisher.url}/island/the-noticeboard`)
  })

  it('include a table and a block of code', async () => {
    const { body } = await getRaw('/harbour/reading-the-tide-table')
    expect(body).toMatch(/<table>[^]*<caption>[^]*<\/table>/)
    expect(body).toContain('<pre tabindex="0"><code># station day')
  })
})

describe('the server', () => {
  it('hands out the built script of the package', async () => {
    const response = await fetch(`${publisher.url}/aparte.min.js`)
    const built = new URL('../../dist/aparte.min.js', import.meta.url)
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(await response.text()).toBe(await readFile(built, 'utf8'))
  })

  it.each([
    ['/site.css', 'text/css; charset=utf-8'],
    ['/consent.js', 'text/javascript; charset=utf-8'],
    ['/favicon.svg', 'image/svg+xml'],
    ['/live/', 'text/html; charset=utf-8'],
  ])('names the type of %s', async (path, type) => {
    const { headers } = await fetch(publisher.url + path)
    expect(headers.get('content-type')).toBe(type)
  })

  it.each([
    ['/harbour/nothing-here', 'en', 'Back to the front page'],
    ['/fr/port/rien-ici', 'fr', 'Retour à la une'],
    ['/live/no-such-entry', 'en', 'Back to the front page'],
  ])('answers %s with a page of its own', async (path, lang, text) => {
    const response = await fetch(publisher.url + path)
    const html = await response.text()
    expect(response.status).toBe(404)
    expect(html).toContain(`<html lang="${lang}">`)
    expect(html).toContain(text)
    expect(html).not.toContain('rel="canonical"')
  })

  it.each([
    '/../server.js',
    '/../package.json',
    '/%2e%2e/server.js',
    '/..%2fserver.js',
    '/./../../package.json',
    '/..\\server.js',
    '//etc/passwd',
    '/content/articles.js',
    '/%00',
    '/%',
    '/constructor',
  ])('gives nothing away for %s', async (path) => {
    const { status, body } = await getRaw(path)
    expect(status).toBe(404)
    expect(body).toContain('<!doctype html>')
  })

  it('answers HEAD like GET, without the body', async () => {
    const get = await fetch(`${publisher.url}/live/`)
    const head = await fetch(`${publisher.url}/live/`, { method: 'HEAD' })
    expect(head.status).toBe(200)
    expect(await head.text()).toBe('')
    for (const name of ['content-type', 'content-length', 'etag', 'content-security-policy']) {
      expect(head.headers.get(name), name).toBe(get.headers.get(name))
    }
  })

  it('says by ETag that nothing has changed', async () => {
    const { headers } = await fetch(`${publisher.url}/site.css`)
    const again = await fetch(`${publisher.url}/site.css`, {
      headers: { 'if-none-match': headers.get('etag') ?? '' },
    })
    expect(again.status).toBe(304)
  })

  it('keeps the query, which may hold a token, when it adds the slash of a section', async () => {
    const response = await fetch(`${publisher.url}/harbour?dks=g1ran22qg8xdj&a=b?c`, {
      redirect: 'manual',
    })
    expect(response.status).toBe(308)
    expect(response.headers.get('location')).toBe('/harbour/?dks=g1ran22qg8xdj&a=b?c')
  })

  it('refuses other methods', async () => {
    const response = await fetch(publisher.url, { method: 'POST', body: 'x' })
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('GET, HEAD')
  })
})

describe('the command line', () => {
  it.each([
    [['--prot', '80'], '--prot is unknown; known are --port, --host and --collector.'],
    [['--port', 'eighty'], '--port must be a number from 0 to 65535, not "eighty".'],
    [['--port', '65536'], '--port must be a number from 0 to 65535, not "65536".'],
    [['--port'], '--port needs a value.'],
    [['--collector', 'nowhere'], '--collector must be an http or https URL, not "nowhere".'],
    [['extra'], '"extra" is not a flag; known are --port, --host and --collector.'],
  ])('refuses %j with one sentence', async (args, sentence) => {
    const { code, out, err } = await run(...args).ended
    expect({ code, out, err }).toEqual({ code: 1, out: '', err: `publisher: ${sentence}\n` })
  })

  it('says that its port is taken', async () => {
    const { code, err } = await run('--port', String(publisher.port)).ended
    expect(code).toBe(1)
    expect(err).toMatch(/^publisher: .*EADDRINUSE.*\n$/)
  })

  it.each(['SIGINT', 'SIGTERM'] as const)('serves until %s, then ends with 0', async (signal) => {
    const { child, listening, ended } = run('--port=0', '--collector', COLLECTOR)
    const url = await listening
    expect((await fetch(url)).status).toBe(200)
    child.kill(signal)
    expect(await ended).toMatchObject({ code: 0, err: '' })
  })
})
