import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { channels } from '../../../src/channel/channels.js'
import { originOf } from '../../../src/classify/originOf.js'

interface Referrer {
  referrer: string
  channel: string
  class: string
}
const { referrers } = JSON.parse(
  readFileSync(new URL('../../corpus/referrers.json', import.meta.url), 'utf8'),
) as { referrers: Referrer[] } // our own file

const SOURCES: Record<string, string> = { search: 'search', ai: 'assistant' }
const KINDS: Record<string, string> = {
  private: 'private',
  mail: 'private',
  wrapper: 'private',
  // What cannot be told is not counted as private.
  mixed: 'public',
  public: 'public',
}
/** Flipboard, Pocket and Instapaper are a kind of their own. */
const LATER = new Set(['flipboard', 'pocket', 'instapaper'])

// Paths are never sent.
const hosts = referrers.filter(({ referrer }) => !/^[^/]+\/\w/.test(referrer))

describe('originOf', () => {
  it.each(hosts)('reads $referrer as $class $channel', (row) => {
    const origin = originOf(row.referrer.replace('*', 'eur01'))
    expect(origin?.source).toBe(SOURCES[row.class] ?? 'network')
    if (origin?.source !== 'network') return
    expect(origin.kind).toBe(LATER.has(origin.name) ? 'later' : KINDS[row.class])
    const channel = channels.find((known) => known === row.channel)
    if (channel) expect(origin.channel).toBe(channel)
  })

  it.each([
    ['www.google.co.uk', 'google'],
    ['google.fr', 'google'],
    ['www.google.com.br', 'google'],
    ['yandex.kz', 'yandex'],
    ['fr.search.yahoo.com', 'yahoo'],
    ['lite.duckduckgo.com', 'duckduckgo'],
    ['team.slack.com', 'slack'],
    ['L.Facebook.COM', 'facebook'],
    ['web.whatsapp.com:443', 'whatsapp'],
    ['android-app://com.whatsapp/', 'whatsapp'],
    ['com.whatsapp', 'whatsapp'],
  ])('knows %s as %s', (host, name) => {
    expect(originOf(host)?.name).toBe(name)
  })

  it('takes the longest end that it knows', () => {
    expect(originOf('mp.weixin.qq.com')).toMatchObject({ channel: 'wechat', kind: 'public' })
    expect(originOf('a.weixin.qq.com')).toMatchObject({ channel: 'wechat', kind: 'private' })
    expect(originOf('mail.google.com')).toMatchObject({ channel: 'email', kind: 'private' })
  })

  it.each([
    '',
    '.',
    'journal.example',
    'notx.com',
    'netflix.com',
    'whatsapp.com.evil.example',
    'docs.google.com',
    'sites.google.com',
    'googl.com',
    'news.mail.ru',
    'constructor',
    'com',
  ])('knows nothing of %s', (host) => {
    expect(originOf(host)).toBeUndefined()
  })
})
