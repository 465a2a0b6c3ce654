import { describe, expect, it } from 'vitest'
import { classifyRequest } from '../../../src/server/classifyRequest.js'

const T = 'jj17jrxfr3m34'
const PAGE = 'https://journal.example/2026/11/story'
const CHROME =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36'
const LINE =
  'Mozilla/5.0 (Linux; Android 14; Pixel 8; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/130.0.0.0 Mobile Safari/537.36 Line/14.1.0/IAB'
const headers = { host: 'journal.example', 'user-agent': CHROME }

describe('classifyRequest', () => {
  it('reads the token in the URL', () => {
    expect(classifyRequest(headers, `${PAGE}?dks=${T}`)).toEqual({
      source: 'token',
      channel: 'whatsapp',
      kind: 'private',
      confidence: 'A',
      because: 'the URL holds a token',
      agent: { type: 'browser' },
      token: { token: T, channel: 'whatsapp', depth: 2, repaired: false },
    })
    expect(classifyRequest(headers, `${PAGE}?dks=${T}).`)).toMatchObject({ confidence: 'B' })
    expect(classifyRequest(headers, `${PAGE}?dks=${T.slice(0, 7)}`)).toMatchObject({
      source: 'damaged',
    })
    expect(classifyRequest(headers, `${PAGE}?vb=${T}`, { param: 'vb' })).toMatchObject({
      source: 'token',
    })
  })

  it.each<[string, string, object]>([
    ['?utm_source=letter&utm_campaign=autumn', '', { because: 'the URL names campaign autumn' }],
    ['?utm_campaign=&utm_source=letter', '', { because: 'the URL names campaign letter' }],
    ['?page=2&fbclid=IwAR0', '', { channel: 'facebook' }],
    ['?utm_source=chatgpt.com', '', { source: 'assistant', confidence: 'C' }],
    ['?utm_source=chatgpt.com&utm_campaign=autumn', '', { source: 'campaign' }],
    ['', 'https://web.whatsapp.com/', { channel: 'whatsapp', kind: 'private' }],
    ['', 'android-app://org.telegram.messenger/', { channel: 'telegram', kind: 'private' }],
    ['', 'https://www.google.com/', { source: 'search' }],
    ['', 'https://other.example/a', { source: 'site' }],
    ['', 'https://journal.example/', { source: 'internal' }],
    ['', 'no url', { source: 'inferred' }],
    ['', '', { source: 'inferred' }],
  ])('classifies %s from %s as %j', (query, referer, expected) => {
    expect(classifyRequest({ ...headers, referer }, PAGE + query)).toMatchObject(expected)
  })

  it('takes the headers of Node, of fetch, and of frameworks that keep their case', () => {
    const referer = 'https://t.co/'
    const wanted = { channel: 'x', agent: { type: 'browser' } }
    expect(classifyRequest({ ...headers, referer }, '/2026/11/story')).toMatchObject(wanted)
    expect(classifyRequest(new Headers({ ...headers, referer }), PAGE)).toMatchObject(wanted)
    expect(
      classifyRequest({ Host: ['journal.example'], 'User-Agent': CHROME, Referer: referer }, PAGE),
    ).toMatchObject(wanted)
  })

  it('takes the first of several values, and what is no text for none', () => {
    const referer = ['https://t.co/', 'https://www.google.com/']
    expect(classifyRequest({ ...headers, REFERER: referer }, PAGE)).toMatchObject({ channel: 'x' })
    const odd = { referer: [], 'user-agent': 7, host: null, 'sec-fetch-site': undefined }
    const given = odd as unknown as Record<string, string> // from a framework without types
    expect(classifyRequest(given, PAGE)).toMatchObject({
      source: 'inferred',
      agent: { type: 'bot' },
    })
  })

  it('takes the host of HTTP/2', () => {
    const given = { ':authority': 'journal.example', referer: 'https://journal.example/' }
    expect(classifyRequest(given, '/a/b')).toMatchObject({ source: 'internal' })
  })

  it('takes the host from the URL or from the header, and other hosts of the site', () => {
    const referer = 'https://journal.example/'
    expect(classifyRequest({ referer }, PAGE)).toMatchObject({ source: 'internal' })
    expect(classifyRequest({ ...headers, referer }, '/a/b')).toMatchObject({ source: 'internal' })
    const other = { ...headers, referer: 'https://shop.example/' }
    expect(classifyRequest(other, PAGE)).toMatchObject({ source: 'site' })
    expect(classifyRequest(other, PAGE, { domains: ['shop.example'] })).toMatchObject({
      source: 'internal',
    })
  })

  it('believes the browser that a request comes from the site, without a referrer', () => {
    const own = { ...headers, 'sec-fetch-site': 'same-origin' }
    expect(classifyRequest(own, PAGE)).toMatchObject({ source: 'internal' })
  })

  it('tells in-app browsers and bots', () => {
    expect(classifyRequest({ ...headers, 'user-agent': LINE }, PAGE)).toMatchObject({
      source: 'app',
      channel: 'line',
      agent: { type: 'inapp', id: 'line' },
    })
    const preview = { ...headers, 'user-agent': 'TelegramBot (like TwitterBot)' }
    expect(classifyRequest(preview, `${PAGE}?dks=${T}`)).toMatchObject({
      agent: { type: 'bot', channel: 'telegram' },
      token: { token: T },
    })
  })

  it.each(['', '/', '*', '//', 'http://', '%', 'https://journal.example:99999/', '/?dks=%E0%A4%A'])(
    'throws for no URL: %s',
    (url) => {
      expect(classifyRequest({}, url)).toHaveProperty('source')
      expect(classifyRequest({ host: '[', referer: '[' }, url)).toHaveProperty('source')
    },
  )

  it('takes the front page without any signal for direct', () => {
    expect(classifyRequest(headers, '/')).toMatchObject({ source: 'direct', confidence: 'F' })
  })
})
