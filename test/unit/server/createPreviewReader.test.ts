import { describe, expect, it } from 'vitest'
import {
  createPreviewReader,
  type PreviewOptions,
  type PreviewReport,
} from '../../../src/server/createPreviewReader.js'
import { readPreviews } from '../../../src/server/readPreviews.js'
import { mintToken } from '../../../src/token/mintToken.js'
import { ACCESS_LINES, FETCHED_AT, TOKEN } from '../../corpus/accessLines.js'

const SLACK = 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)'
const READER =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1'

const read = (log: string, options?: PreviewOptions): PreviewReport => {
  const reader = createPreviewReader(options)
  reader.write(log)
  reader.end()
  return reader.report()
}
const line = (second: number, target: string, agent: string): string =>
  `203.0.113.7 - - [26/Nov/2026:06:44:${String(second).padStart(2, '0')} +0000] "GET ${target} HTTP/1.1" 200 512 "https://referrer.example/secret" "${agent}"\n`

describe('a line of an access log', () => {
  it.each(ACCESS_LINES)('is read: $format', ({ lines, timed = true }) => {
    expect(read(lines)).toEqual({
      lines: 1,
      malformed: 0,
      cut: 0,
      unnamed: 0,
      leftOut: 0,
      previews: [
        {
          token: TOKEN,
          tokenChannel: 'copy',
          bot: 'slack-preview',
          network: 'Slack',
          channel: 'slack',
          kind: 'private',
          fetchedBy: 'server',
          ...(timed && { at: FETCHED_AT }),
        },
      ],
    })
  })

  it('is read behind lines of the W3C, as where logs of two servers were joined', () => {
    const log = `#Fields: date time cs-uri-stem\n2026-11-26 06:44:07 /a\n${line(7, `/a?dks=${TOKEN}`, SLACK)}`
    expect(read(log)).toMatchObject({ lines: 2, malformed: 0, previews: [{ token: TOKEN }] })
  })

  it('is read the same in pieces of any size, as text and as bytes', async () => {
    const log = ACCESS_LINES.filter(({ format }) => !/CloudFront|IIS/.test(format))
      .map(({ lines }) => lines)
      .join('\n')
    const whole = read(log)
    const bytes = new TextEncoder().encode(log)
    for (const size of [1, 7, 1000]) {
      const count = Math.ceil(bytes.length / size)
      const pieces = Array.from({ length: count }, (_, i) => bytes.slice(i * size, (i + 1) * size))
      expect(await readPreviews(pieces)).toEqual(whole)
      expect(await readPreviews(pieces.map((piece) => String.fromCharCode(...piece)))).toEqual(
        whole,
      )
    }
  })

  it.each([
    [
      'Meta',
      'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
      'facebook',
      'server',
      'Meta: Facebook, Messenger, Instagram or Threads',
    ],
    ['WhatsApp', 'WhatsApp/2.23.20.0', 'whatsapp', 'device', 'WhatsApp'],
    ['Signal', 'WhatsApp/2', 'signal', 'device', 'Signal'],
    [
      'iMessage',
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_1) AppleWebKit/601.2.4 (KHTML, like Gecko) Version/9.0.1 Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0',
      'sms',
      'device',
      'iMessage',
    ],
    ['Telegram', 'TelegramBot (like TwitterBot)', 'telegram', 'server', 'Telegram'],
    [
      'Discord',
      'Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)',
      'discord',
      'server',
      'Discord',
    ],
    [
      'Teams',
      'Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com',
      'teams',
      'server',
      'Teams or Skype',
    ],
  ])('names %s as honestly as its user agent does', (_, agent, channel, fetchedBy, network) => {
    const [preview] = read(line(1, `/a?dks=${TOKEN}`, agent)).previews
    expect(preview).toMatchObject({ channel, fetchedBy, network })
  })

  it.each([
    ['a reader', READER],
    ['a search engine', 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'],
    ['a program', 'curl/8.4.0'],
    [
      'an assistant',
      'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko); compatible; ChatGPT-User/1.0',
    ],
    [
      'a crawler of Meta',
      'meta-externalagent/1.1 (+https://developers.facebook.com/docs/sharing/webmasters/crawler)',
    ],
    ['nobody', '-'],
  ])('tells nothing of %s', (_, agent) => {
    expect(read(line(1, `/a?dks=${TOKEN}`, agent))).toMatchObject({
      lines: 1,
      malformed: 0,
      previews: [],
    })
  })

  it('looks at the URL that was asked for only, not at the referrer', () => {
    const log = `203.0.113.7 - - [26/Nov/2026:06:44:07 +0000] "GET /a.css HTTP/1.1" 200 5 "https://journal.example/a?dks=${TOKEN}" "${SLACK}"\n{"request_uri":"/a.css","http_referer":"/a?dks=${TOKEN}","http_user_agent":"${SLACK}"}`
    expect(read(log)).toMatchObject({ lines: 2, malformed: 0, previews: [] })
  })

  it('takes another name of the parameter', () => {
    const log = line(1, `/a?via=${TOKEN}`, SLACK)
    expect(read(log).previews).toEqual([])
    expect(read(log, { param: 'via' }).previews).toHaveLength(1)
  })

  it.each([
    'what is this',
    '[26/Nov/2026:06:44:07 +0000]',
    '203.0.113.7 - - "GET / HTTP/1.1" 200 5',
    '2026/11/26 06:44:07 [error] 812#812: *1 open() "/a" failed',
    '{"level":"info","msg":"serving"}',
    '{"request_uri":"/a',
    '{}',
    '"',
    '\u0000\u0001',
  ])('is counted and skipped where it is none: %j', (text) => {
    expect(read(`${text}\n${line(1, `/a?dks=${TOKEN}`, SLACK)}`)).toMatchObject({
      lines: 2,
      malformed: 1,
      previews: [{ token: TOKEN }],
    })
  })

  it.each([
    String.raw`\x16\x03\x01\x02`,
    '-',
    '',
    'GET',
    '\\\\x',
    'SSH-2.0-Go',
    'OPTIONS * HTTP/1.0',
  ])('is no malformed one where the request was garbage: %s', (request) => {
    const log = `203.0.113.7 - - [26/Nov/2026:06:44:07 +0000] "${request}" 400 0 "-" "-"`
    expect(read(log)).toMatchObject({ lines: 1, malformed: 0, unnamed: 0, previews: [] })
  })

  it('is counted where it names no user agent, as in the common format', () => {
    const log = `203.0.113.7 - - [26/Nov/2026:06:44:07 +0000] "GET /a?dks=${TOKEN} HTTP/1.1" 200 5123`
    expect(read(log)).toMatchObject({ lines: 1, malformed: 0, unnamed: 1, previews: [] })
  })
})

describe('of one token', () => {
  const target = `/a?dks=${TOKEN}`
  const telegram = 'TelegramBot (like TwitterBot)'

  it('the first preview counts, in whatever order logs are read', () => {
    const [early, late] = [line(5, target, telegram), line(40, target, SLACK)]
    for (const log of [early + late, late + early])
      expect(read(log).previews).toMatchObject([{ bot: 'telegram-preview', at: FETCHED_AT - 2000 }])
    const reader = createPreviewReader()
    reader.write(late.trimEnd())
    reader.end()
    reader.write(early.trimEnd())
    reader.end()
    expect(reader.report()).toMatchObject({ lines: 2, previews: [{ bot: 'telegram-preview' }] })
  })

  it('the first that was read counts where no time is told', () => {
    const json = (agent: string): string =>
      `${JSON.stringify({ request_uri: target, http_user_agent: agent })}\n`
    expect(read(json(telegram) + json(SLACK)).previews).toMatchObject([{ channel: 'telegram' }])
  })

  it('a fetch by a reader before changes nothing', () => {
    const log = line(1, target, READER) + line(2, target, 'curl/8') + line(9, target, SLACK)
    expect(read(log).previews).toMatchObject([{ bot: 'slack-preview', at: FETCHED_AT + 2000 }])
  })
})

describe('the report', () => {
  it('says nothing of readers: no address, no agent, no path, no referrer', () => {
    const log =
      line(1, `/secret/path?dks=${TOKEN}&mail=ann@example.org`, READER) +
      line(2, `/b?dks=${TOKEN}&mail=x`, SLACK)
    const text = JSON.stringify(read(log))
    for (const part of [
      '203.0',
      'Mozilla',
      'iPhone',
      'secret',
      'mail',
      'referrer',
      '/b',
      'api.slack',
    ])
      expect(text).not.toContain(part)
  })

  it('lists the shares by the time of their previews', () => {
    const tokens = [mintToken('copy', 1), mintToken('drag', 1), mintToken('qr', 2)]
    const log = [30, 10, 20].map((second, i) => line(second, `/a?dks=${tokens[i]}`, SLACK)).join('')
    expect(read(log).previews.map(({ tokenChannel }) => tokenChannel)).toEqual([
      'drag',
      'qr',
      'copy',
    ])
  })
})

describe('whoever writes into a log', () => {
  it('fills no memory with tokens that are none', () => {
    const log = Array.from({ length: 2000 }, (_, i) =>
      line(1, `/a?dks=g${String(i).padStart(12, '0')}`, SLACK),
    ).join('')
    expect(read(log).previews.length).toBeLessThan(10)
  })

  it('fills no more than is allowed with valid ones, and is counted', () => {
    const log = Array.from({ length: 20 }, () => line(1, `/a?dks=${mintToken('copy', 1)}`, SLACK))
    expect(read(log.join(''), { maxTokens: 15 })).toMatchObject({
      leftOut: 5,
      previews: { length: 15 },
    })
  })

  it('fills none with a line that does not end', () => {
    const reader = createPreviewReader()
    reader.write(line(1, `/a?dks=${TOKEN}`, SLACK).trimEnd())
    const piece = 'x'.repeat(60_000)
    for (let i = 0; i < 50; i++) reader.write(` "${piece}"`)
    reader.write(`\n${line(2, `/a?dks=${mintToken('qr', 1)}`, SLACK)}`)
    reader.end()
    expect(reader.report()).toMatchObject({
      lines: 2,
      malformed: 0,
      cut: 1,
      previews: [{ token: TOKEN }, { tokenChannel: 'qr' }],
    })
  })

  it.each([
    ['quotes', '"'],
    ['escapes', '\\'],
    ['escaped quotes', '\\"'],
    ['brackets', '['],
    ['braces', '{"'],
    ['blanks', ' '],
    ['words', '" "'],
    ['percent signs', '%25'],
  ])('cannot slow it down with %s', (_, part) => {
    const hostile = part.repeat(Math.floor(60_000 / part.length))
    const reader = createPreviewReader()
    for (const begin of ['', '[26/Nov/2026:06:44:07 +0000] "GET /a?dks=', '{"a":'])
      for (let i = 0; i < 20; i++) reader.write(`${begin}${hostile}\n`)
    reader.end()
    // What is quadratic takes minutes here, which the limit of a test is for.
    expect(reader.report().lines).toBeGreaterThanOrEqual(40)
  })
})
