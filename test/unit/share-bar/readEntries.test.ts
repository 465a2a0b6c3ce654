import { describe, expect, it } from 'vitest'
import { de, en, ja } from '../../../src/share-bar/labels.js'
import { email, messenger, sms, whatsapp } from '../../../src/share-bar/privateChannels.js'
import { linkedin } from '../../../src/share-bar/publicChannels.js'
import { readEntries } from '../../../src/share-bar/readEntries.js'
import type { ShareChannel } from '../../../src/share-bar/shareChannel.js'
import { wechat } from '../../../src/share-bar/wechat.js'

const page = { url: 'https://journal.example/a', text: 'The harbour' }
const read = (channels: ShareChannel[], labels = en, appId?: string) =>
  readEntries(channels, { labels, page: { ...page, appId } })

describe('readEntries', () => {
  it('gives a link for a page on the web, whose name says that it opens a window', () => {
    expect(read([whatsapp])).toMatchObject([
      {
        name: 'whatsapp',
        words: ['Share on ', 'WhatsApp', ' (opens in a new window)'],
        isWeb: true,
      },
    ])
    expect(read([whatsapp])[0]?.pointer).toBeUndefined()
  })

  it('gives a link for a program, which opens no window', () => {
    expect(read([email])).toMatchObject([{ words: ['', 'Share by e-mail', ''], isWeb: false }])
  })

  it('gives an app to coarse pointers only, and nothing to others without a link', () => {
    const [entry, ...more] = read([sms])
    expect(more).toEqual([])
    expect(entry).toMatchObject({ pointer: 'coarse', words: ['', 'Share by text message', ''] })
  })

  it('gives both where there are both, each to its pointers', () => {
    expect(read([messenger]).map(({ pointer }) => pointer)).toEqual(['coarse'])
    expect(read([messenger], en, '1').map(({ pointer }) => pointer)).toEqual(['fine', 'coarse'])
  })

  it('makes the links anew for another page', () => {
    const [fine, coarse] = read([messenger], en, '1')
    const other = { url: 'https://journal.example/b', text: '', appId: '1' }
    for (const entry of [fine, coarse])
      expect(entry?.link?.(other)).toContain('https%3A%2F%2Fjournal.example%2Fb')
    // An app id that is gone would leave nothing: the link stays as it was.
    expect(fine?.link?.({ ...other, appId: undefined })).toContain('journal.example%2Fa')
  })

  it('gives a button where there is no link', () => {
    const [entry] = read([wechat])
    expect(entry).toMatchObject({ words: ['', 'WeChat', ': Show QR code'] })
    expect(entry?.link).toBeUndefined()
    expect(entry?.open).toBe(wechat.open)
  })

  it('puts the brand where the language wants it', () => {
    expect(read([whatsapp], ja)[0]?.words).toEqual([
      '',
      'WhatsApp',
      'で共有 (新しいウィンドウで開きます)',
    ])
    expect(read([linkedin], de)[0]?.words[1]).toBe('LinkedIn')
  })

  it('takes a label of the site that leaves the brand out', () => {
    const [entry] = read([whatsapp], { ...en, shareOn: 'Pass on' })
    expect(entry?.words.slice(0, 2)).toEqual(['', 'Pass on'])
  })

  it('keeps the order, and says nothing of a channel that has neither', () => {
    const nothing: ShareChannel = { channel: 'custom1', name: 'Board', icon: 'M0 0h1v1z' }
    expect(read([email, nothing, whatsapp]).map(({ name }) => name)).toEqual(['email', 'whatsapp'])
  })
})
