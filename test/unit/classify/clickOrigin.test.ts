import { describe, expect, it } from 'vitest'
import { clickOrigin } from '../../../src/classify/clickOrigin.js'

describe('clickOrigin', () => {
  it.each([
    ['fbclid', { name: 'facebook', source: 'network', kind: 'public', channel: 'facebook' }],
    ['twclid', { name: 'x', source: 'network', kind: 'public', channel: 'x' }],
    ['ttclid', { name: 'tiktok', source: 'network', kind: 'public' }],
    ['ScCid', { name: 'snapchat', source: 'network', kind: 'public', channel: 'snapchat' }],
    ['nsukey', { name: 'wechat', source: 'network', kind: 'private', channel: 'wechat' }],
    ['gclid', { name: 'google', source: 'search' }],
    ['msclkid', { name: 'microsoft', source: 'search' }],
    ['_kx', { name: 'klaviyo', source: 'campaign' }],
    ['elqTrackId', { name: 'eloqua', source: 'campaign' }],
    ['mc_eid', { name: 'mailchimp', source: 'campaign' }],
  ])('knows %s', (param, origin) => {
    expect(clickOrigin(param)).toEqual(origin)
    expect(clickOrigin(param.toUpperCase())).toEqual(origin)
  })

  it.each(['', 'dks', 'page', 'utm_source', 'constructor'])('knows nothing of %s', (param) => {
    expect(clickOrigin(param)).toBeUndefined()
  })
})
