import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { channels } from '../../../src/channel/channels.js'
import { kindOf } from '../../../src/channel/kindOf.js'
import { classify, type Signals } from '../../../src/classify/classify.js'
import { mintToken } from '../../../src/token/mintToken.js'

const token = 'jj17jrxfr3m34'
const page = 'https://journal.example/2026/11/story'
const front = 'https://journal.example/'
const entry: Signals = { entry: true, navigation: 'navigate', page }

/** Each rung, in order, and what it makes of an arrival that every rung below it would also take. */
const LADDER: [rung: string, signals: Signals, expected: object][] = [
  ['internal', { entry: false }, { source: 'internal', confidence: 'C' }],
  [
    'A, a token as written',
    { token, repaired: false },
    { source: 'token', channel: 'whatsapp', kind: 'private', confidence: 'A' },
  ],
  [
    'B, a repaired token',
    { token, repaired: true },
    { source: 'token', channel: 'whatsapp', kind: 'private', confidence: 'B' },
  ],
  ['a damaged token', { damaged: true }, { source: 'damaged', confidence: 'D' }],
  ['campaign parameters', { campaign: 'autumn' }, { source: 'campaign', confidence: 'C' }],
  [
    'C, the referrer of a network',
    { referrerHost: 'web.whatsapp.com' },
    { source: 'network', channel: 'whatsapp', kind: 'private', confidence: 'C' },
  ],
  [
    'C, a click id',
    { click: 'fbclid' },
    { source: 'network', channel: 'facebook', kind: 'public', confidence: 'C' },
  ],
  ['a search engine', { referrerHost: 'www.google.fr' }, { source: 'search', confidence: 'C' }],
  ['an AI assistant', { referrerHost: 'chatgpt.com' }, { source: 'assistant', confidence: 'C' }],
  [
    'D, an in-app browser',
    { app: 'telegram' },
    { source: 'app', channel: 'telegram', kind: 'private', confidence: 'D' },
  ],
  ['another site', { referrerHost: 'other.example' }, { source: 'site', confidence: 'C' }],
  ['E, a deep page with no other signal', { page }, { source: 'inferred', confidence: 'E' }],
  ['F, direct', { page: front }, { source: 'direct', confidence: 'F' }],
]

describe('the ladder', () => {
  it.each(LADDER)('has a rung for %s', (_, signals, expected) => {
    const { because, ...rest } = classify({ ...entry, ...signals })
    expect(rest).toEqual(expected)
    expect(because).toMatch(/^[\w ,.'-]+$/)
  })

  it.each(LADDER.map(([rung], index) => [rung, index] as const))(
    'takes %s before every rung below it',
    (_, index) => {
      const [, signals = {}, expected] = LADDER[index] ?? []
      for (const [, lower] of LADDER.slice(index + 1))
        expect(classify({ ...entry, ...lower, ...signals })).toMatchObject(expected ?? {})
    },
  )

  it('takes an event as it is', () => {
    const landing = {
      token,
      channel: 'custom1',
      kind: 'private',
      depth: 2,
      repaired: false,
    } as const
    expect(classify({ ...landing, page })).toMatchObject({
      source: 'token',
      channel: 'custom1',
      kind: 'private',
    })
    expect(classify({ entry: true, navigation: 'navigate', page: front }).source).toBe('direct')
  })
})

describe('what is internal', () => {
  it.each(['reload', 'back_forward', 'restore', 'route'] as const)('a %s is', (navigation) => {
    expect(classify({ ...entry, navigation, token })).toMatchObject({ source: 'internal' })
  })

  it('a landing with a token of this browser is', () => {
    expect(classify({ token, own: true, page })).toMatchObject({
      source: 'internal',
      because: 'this browser minted the token',
    })
    expect(classify({ token, own: false, page })).toMatchObject({ source: 'token' })
  })
})

describe('a token', () => {
  it('is read where its channel is not given, whatever it is', () => {
    const contents = fc.tuple(fc.constantFrom(...channels), fc.integer({ min: 0, max: 7 }))
    fc.assert(
      fc.property(contents, ([channel, depth]) => {
        expect(classify({ token: mintToken(channel, depth) })).toMatchObject({
          channel,
          kind: kindOf(channel),
          confidence: 'A',
        })
      }),
    )
  })

  it('that is none says nothing', () => {
    expect(classify({ ...entry, token: 'summer2026' })).toMatchObject({ source: 'inferred' })
  })
})

describe('what the URL and the referrer name', () => {
  it.each<[Signals, object]>([
    // The referrer is of this click; the click id may have stayed in a link that was passed on.
    [{ click: 'fbclid', referrerHost: 'web.whatsapp.com' }, { channel: 'whatsapp' }],
    [{ click: 'fbclid', referrerHost: 'www.google.com' }, { channel: 'facebook' }],
    [{ click: 'gclid', referrerHost: 'l.facebook.com' }, { channel: 'facebook' }],
    [{ click: 'gclid', referrerHost: 'other.example' }, { source: 'search' }],
    [{ click: 'mc_eid', referrerHost: 'mail.google.com' }, { source: 'campaign' }],
    [{ referrerHost: 'com.google.android.gm' }, { channel: 'email', kind: 'private' }],
    [{ referrerHost: 'kik.android' }, { source: 'network', kind: 'private' }],
    [{ click: 'unknown', referrerHost: 'other.example' }, { source: 'site' }],
    // Some assistants name themselves as if they were a campaign.
    [{ campaign: 'chatgpt.com' }, { source: 'assistant', confidence: 'C' }],
    [
      { campaign: 'chatgpt.com', referrerHost: 't.co' },
      { source: 'network', channel: 'x' },
    ],
    [{ campaign: 'facebook.com' }, { source: 'campaign' }],
  ])('%j gives %j', (signals, expected) => {
    expect(classify({ ...entry, ...signals })).toMatchObject(expected)
  })

  it('is told in words', () => {
    const because = (signals: Signals): string => classify({ ...entry, ...signals }).because
    expect(because({ referrerHost: 'l.facebook.com' })).toBe(
      'the referrer l.facebook.com belongs to facebook',
    )
    expect(because({ click: 'gclid' })).toBe('the parameter gclid belongs to google')
    expect(because({ referrerHost: 'other.example' })).toBe('the referrer is other.example')
    expect(because({ app: 'viber' })).toBe('the page was opened inside viber')
  })
})

describe('an in-app browser', () => {
  it.each<[string, object]>([
    ['whatsapp', { source: 'app', channel: 'whatsapp', kind: 'private' }],
    // The feed and the direct messages share one browser.
    ['instagram', { source: 'app', channel: 'instagram', kind: 'public' }],
    ['facebook', { source: 'app', channel: 'facebook', kind: 'public' }],
    ['outlook', { source: 'app', channel: 'outlook', kind: 'private' }],
    ['thunderbird', { source: 'app', channel: 'email', kind: 'private' }],
    ['flipboard', { source: 'app', channel: 'flipboard', kind: 'later' }],
    ['kik', { source: 'app', kind: 'private' }],
    ['tiktok', { source: 'app', kind: 'public' }],
    ['google-app', { source: 'search' }],
    ['chatgpt', { source: 'assistant' }],
    ['vk', { source: 'app', channel: 'vk', kind: 'public' }],
    ['lark', { source: 'app', kind: 'private' }],
    ['alipay', { source: 'app' }],
    ['webview', { source: 'app' }],
    ['new-app', { source: 'app' }],
  ])('%s gives %j', (app, expected) => {
    const { because: _, ...rest } = classify({ ...entry, app })
    expect(rest).toEqual({ ...expected, confidence: 'D' })
  })

  it('that does not say which tells less than a referrer', () => {
    expect(classify({ ...entry, app: 'webview', referrerHost: 'other.example' }).source).toBe(
      'site',
    )
    expect(classify({ ...entry, app: 'line', referrerHost: 'other.example' }).source).toBe('app')
  })
})

it('A and B are tokens only, E is inferred only, whatever arrives', () => {
  const maybe = <Value>(values: readonly Value[]): fc.Arbitrary<Value | undefined> =>
    fc.option(fc.constantFrom(...values), { nil: undefined })
  const arrivals = fc.record({
    entry: maybe([true, false]),
    navigation: maybe(['navigate', 'reload', 'route'] as const),
    token: maybe([token, 'x']),
    repaired: maybe([true, false]),
    own: maybe([true]),
    damaged: maybe([true]),
    campaign: maybe(['autumn', '']),
    click: maybe(['fbclid', 'gclid', 'mc_eid', 'x']),
    referrerHost: maybe(['t.co', 'www.google.com', 'other.example']),
    app: maybe(['line', 'webview', 'google-app', 'x']),
    page: maybe([page, front, 'no url']),
  })
  fc.assert(
    fc.property(arrivals, (signals) => {
      const { source, confidence, channel, kind } = classify(signals)
      expect(source === 'token').toBe('AB'.includes(confidence))
      expect(source === 'inferred').toBe(confidence === 'E')
      expect(source === 'direct').toBe(confidence === 'F')
      if (channel) expect(kind).toBeDefined()
    }),
    { numRuns: 2000 },
  )
})
