import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { APPS } from '../../../src/classify/apps.js'
import { APP_AGENTS } from '../../../src/server/agents.js'
import { readUserAgent } from '../../../src/server/readUserAgent.js'

interface Sample {
  ua: string
  expect: { type: string; id: string | null; kind?: string; channel?: string | null }
}
const { samples } = JSON.parse(
  readFileSync(new URL('../../corpus/user-agents.json', import.meta.url), 'utf8'),
) as { samples: Sample[] } // our own file

describe('readUserAgent', () => {
  it.each(samples)('reads $expect.type $expect.id from $ua', ({ ua, expect: wanted }) => {
    const { type, id, kind, channel } = wanted
    expect(readUserAgent(ua)).toEqual({
      type,
      ...(id !== null && { id }),
      ...(kind && { kind }),
      ...(channel && { channel }),
    })
  })

  it.each([
    // Telephones of a maker whose name ends like a bot's.
    'Mozilla/5.0 (Linux; Android 12; CUBOT NOTE 30) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36',
    'Mozilla/5.0 (Linux; Android 13; SM-A536B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/23.0 Chrome/115.0.0.0 Mobile Safari/537.36',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) FxiOS/126.0 Mobile/15E148 Safari/605.1.15',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0',
    '',
  ])('takes for a browser %s', (ua) => {
    expect(readUserAgent(ua)).toEqual({ type: 'browser' })
  })

  it.each([
    ['Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', 'generic-bot'],
    ['curl/8.4.0', 'generic-bot'],
    ['Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/130.0.0.0 Safari/537.36', 'automation'],
    ['facebookexternalhit/1.1;line-poker/1.0', 'line-preview'],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_1) AppleWebKit/601.2.4 (KHTML, like Gecko) Version/9.0.1 Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0',
      'imessage-preview',
    ],
  ])('takes for a bot %s', (ua, id) => {
    expect(readUserAgent(ua)).toMatchObject({ type: 'bot', id })
  })

  it('knows the kind of every app that it can name', () => {
    const ids = APP_AGENTS.map(([id]) => id)
    expect(ids.filter((id) => !APPS.has(id))).toEqual([])
    expect([...APPS.keys()].filter((id) => !ids.includes(id))).toEqual([])
  })

  it('looks at the first 1,024 characters only', () => {
    expect(readUserAgent(`${'a'.repeat(1024)} Slackbot`)).toEqual({ type: 'browser' })
  })
})
