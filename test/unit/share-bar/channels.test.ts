import { describe, expect, it } from 'vitest'
import { channelOfTarget } from '../../../src/channel/channelOfTarget.js'
import { channels } from '../../../src/channel/channels.js'
import { kindOf } from '../../../src/channel/kindOf.js'
import { allParts } from '../../../src/share-bar/allParts.js'
import { smsLink } from '../../../src/share-bar/smsLink.js'
import { usualChannels } from '../../../src/share-bar/usualChannels.js'
import { wechat } from '../../../src/share-bar/wechat.js'
import { createIsOwn } from '../../../src/url/createIsOwn.js'
import { rewriteShareLink } from '../../../src/url/rewriteShareLink.js'

const shipped = allParts(wechat).channels
const isOwn = createIsOwn(['journal.example'], () => false)

/** URLs and texts that a page may have. */
const PAGES = [
  { url: 'https://journal.example/a', text: 'The harbour' },
  { url: 'https://journal.example/a?x=1&y=%20z#top', text: '' },
  { url: "https://journal.example/it's(here)!*~", text: 'R&D: 50 % “off”, #1 = Ünïcödé?' },
  { url: 'https://journal.example/島?q=a+b', text: '島 👩‍🚀 <b>' },
].map((page) => ({ ...page, url: new URL(page.url).href, appId: '12345' }))

/** Targets that take a URL and nothing else. */
const URL_ONLY = new Set(['messenger', 'snapchat', 'facebook', 'linkedin', 'xing'])

/** Every link that the bar can show, by channel and form. */
const links = shipped.flatMap(({ channel, link, app }) =>
  PAGES.flatMap((page, at) =>
    [
      ['link', link?.(page)],
      ['app', app?.(page)],
    ].flatMap(([form, href]) => (href ? [{ channel, form, at, page, href }] : [])),
  ),
)

describe('each channel', () => {
  it('is in the table of channels, once, and has a link, an app or a button', () => {
    const names = shipped.map(({ channel }) => channel)
    expect(new Set(names).size).toBe(names.length)
    for (const { channel, link, app, open } of shipped) {
      expect(channels).toContain(channel)
      expect(link ?? app ?? open, channel).toBeDefined()
    }
    expect(
      names.map(kindOf).filter((kind) => !['private', 'public', 'later'].includes(kind)),
    ).toEqual([])
  })

  it.each(links)('has a $form that a URL parser keeps as it is: $channel, page $at', ({ href }) => {
    // Else an attribute would not give back what was put in, and the URL in it could not be found again.
    expect(new URL(href).href.replaceAll('%27', "'")).toBe(href)
  })

  it.each(links)(
    'has a $form in which the tracker finds the URL, and the same channel: $channel, page $at',
    ({ channel, page, href }) => {
      expect(channelOfTarget(new URL(href))).toBe(channel)
      const decorated = `${page.url}#token`
      const seen: [string, string][] = []
      const found = rewriteShareLink(new URL(href).href, isOwn, (url, target) => {
        seen.push([url, target])
        return decorated
      })
      expect(seen).toContainEqual([page.url, channel])
      expect(found?.channel).toBe(channel)
    },
  )

  it.each(links)(
    'has a $form in which the bar finds the URL: $channel, page $at',
    ({ channel, page, href }) => {
      expect(href).toContain(encodeURIComponent(page.url))
      expect(decodeURIComponent(href).includes(page.text)).toBe(
        !page.text || !URL_ONLY.has(channel),
      )
    },
  )
})

describe('what is usual', () => {
  it('is shipped, begins with messengers, and never has Skype', () => {
    const names: string[] = shipped.map(({ channel }) => channel)
    for (const [lang, list] of Object.entries(usualChannels)) {
      const usual = list.split(' ')
      expect(names, lang).toEqual(expect.arrayContaining(usual))
      expect(usual, lang).not.toContain('skype')
      expect(kindOf(shipped[names.indexOf(usual[0] ?? '')]?.channel ?? 'other'), lang).toBe(
        'private',
      )
    }
  })
})

describe('a text message', () => {
  it('is written for iOS and for Android where the device is not known', () => {
    expect(smsLink({ url: 'https://journal.example/a', text: 'Hi' })).toBe(
      'sms:?&body=Hi%20https%3A%2F%2Fjournal.example%2Fa',
    )
  })
})
