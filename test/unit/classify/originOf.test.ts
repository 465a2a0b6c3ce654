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
    ['https://www.google.com/search?q=a', 'google'],
    ['https://t.co', 'x'],
    ['www.google.de.', 'google'],
    ['android-app://com.google.android.googlequicksearchbox/https/www.google.com', 'google'],
  ])('knows %s as %s', (host, name) => {
    expect(originOf(host)?.name).toBe(name)
  })

  /** Beyond the corpus: source and kind, name, hosts and packages. */
  const MORE: [what: string, name: string, hosts: string][] = [
    [
      'search',
      'google',
      'www.google.co.jp google.com.hk images.google.de google.cat lens.google.com',
    ],
    ['search', 'bing', 'cn.bing.com www4.bing.com com.microsoft.bing'],
    ['search', 'yahoo', 'tw.search.yahoo.com search.yahoo.co.jp r.search.yahoo.com'],
    ['search', 'yandex', 'yandex.com.tr www.yandex.by ya.ru ru.yandex.searchplugin'],
    ['search', 'naver', 'm.search.naver.com com.nhn.android.search'],
    ['search', 'baidu', 'www.baidu.com m.baidu.com com.baidu.searchbox'],
    ['search', 'duckduckgo', 'duckduckgo.com html.duckduckgo.com com.duckduckgo.mobile.android'],
    ['search', 'brave', 'search.brave.com'],
    ['search', 'ecosia', 'www.ecosia.org com.ecosia.android'],
    ['search', 'qwant', 'lite.qwant.com www.qwant.com'],
    ['search', 'mail.ru', 'go.mail.ru'],
    ['campaign', 'google', 'googleads.g.doubleclick.net www.googleadservices.com'],
    ['assistant', 'chatgpt', 'chatgpt.com chat.openai.com com.openai.chatgpt'],
    ['assistant', 'perplexity', 'www.perplexity.ai ai.perplexity.app.android'],
    ['assistant', 'copilot', 'copilot.microsoft.com m365.cloud.microsoft'],
    ['assistant', 'gemini', 'gemini.google.com com.google.android.apps.bard'],
    ['assistant', 'kimi', 'www.kimi.com'],
    ['public', 'x', 't.co mobile.twitter.com x.com com.twitter.android'],
    ['public', 'linkedin', 'lnkd.in www.linkedin.com com.linkedin.android'],
    ['public', 'facebook', 'l.facebook.com lm.facebook.com m.facebook.com com.facebook.katana'],
    ['public', 'reddit', 'out.reddit.com old.reddit.com redd.it com.reddit.frontpage'],
    ['public', 'instagram', 'l.instagram.com com.instagram.android'],
    ['public', 'threads', 'l.threads.net www.threads.com'],
    ['public', 'pinterest', 'www.pinterest.co.kr pinterest.fr pinterest.com.mx pin.it'],
    ['public', 'mastodon', 'mastodon.world mstdn.ca hachyderm.io'],
    ['private', 'messenger', 'l.messenger.com com.facebook.orca'],
    ['private', 'telegram', 'web.telegram.org org.telegram.messenger org.telegram.messenger.web'],
    ['private', 'slack', 'app.slack.com com.Slack'],
    ['private', 'wechat', 'com.tencent.mm com.tencent.wework'],
    ['private', 'signal', 'org.thoughtcrime.securesms'],
    ['private', 'sms', 'com.google.android.apps.messaging messages.google.com'],
    ['private', 'lark', 'journal.feishu.cn com.larksuite.suite'],
    ['private', 'email', 'com.google.android.gm mail.yahoo.com www.icloud.com mail.proton.me'],
    ['private', 'email', 'webmail.school.example webmail2.firm.example zimbra.firm.example'],
    ['private', 'email', 'nam12.safelinks.protection.outlook.com url.uk.m.mimecastprotect.com'],
    ['later', 'raindrop', 'app.raindrop.io'],
  ]

  it.each(MORE)('knows as %s of %s: %s', (what, name, listed) => {
    for (const host of listed.split(' ')) {
      const origin = originOf(host)
      expect([origin?.kind ?? origin?.source, origin?.name], host).toEqual([what, name])
    }
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
    'google.com.evil.example',
    'mygoogle.de',
    'pinterest.evil.example',
    'www.trendmicro.com',
    'notwebmail.example',
    'undefined.com',
    'yahoo.com',
    'naver.com',
    'bit.ly',
    'news.mail.ru',
    'constructor',
    'com',
  ])('knows nothing of %s', (host) => {
    expect(originOf(host)).toBeUndefined()
  })
})
