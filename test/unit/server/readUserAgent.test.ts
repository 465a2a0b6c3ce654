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

/** Our own collection: browsers of all kinds, apps, and programs; a row is the type, the id and the user agent. */
const more = readFileSync(new URL('../../corpus/more-user-agents.tsv', import.meta.url), 'utf8')
  .replace(/\n$/, '')
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'))

describe('readUserAgent', () => {
  it.each(more)('reads %s %s from %s', (type, id, userAgent = '') => {
    const { type: found, id: name = '' } = readUserAgent(userAgent)
    expect([found, name]).toEqual([type, id])
  })

  it.each(samples)('reads $expect.type $expect.id from $ua', ({ ua, expect: wanted }) => {
    const { type, id, kind, channel } = wanted
    expect(readUserAgent(ua)).toEqual({
      type,
      ...(id !== null && { id }),
      ...(kind && { kind }),
      ...(channel && { channel }),
    })
  })

  it('takes no user agent at all for that of a program', () => {
    expect(readUserAgent('')).toEqual({ type: 'bot', id: 'generic-bot' })
  })

  it.each([
    ['OdklBot/1.0 (share@odnoklassniki.ru)', 'ok'],
    ['TelegramBot (like TwitterBot)', 'telegram'],
    ['facebookexternalhit/1.1;line-poker/1.0', 'line'],
    ['gotosocial/0.19.2 (+https://example.org)', 'mastodon'],
  ])('tells by %s where a link was passed on: %s', (userAgent, channel) => {
    expect(readUserAgent(userAgent)).toMatchObject({ type: 'bot', channel })
  })

  it('knows the kind of every app that it can name', () => {
    const ids = APP_AGENTS.map(([id]) => id)
    expect(ids.filter((id) => !APPS.has(id))).toEqual([])
    expect([...APPS.keys()].filter((id) => !ids.includes(id))).toEqual([])
  })

  it('looks at the first 1,024 characters only', () => {
    const long = 'Mozilla/5.0 (X11) Gecko'.padEnd(1024)
    expect(readUserAgent(`${long} Slackbot`)).toEqual({ type: 'browser' })
  })
})
