import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { channels } from '../../src/channel/channels.js'
import { mintToken } from '../../src/token/mintToken.js'
import { decorate } from '../../src/url/decorate.js'
import { detect } from '../../src/url/detect.js'
import { strip } from '../../src/url/strip.js'

const tokens = fc
  .tuple(fc.constantFrom(...channels), fc.integer({ min: 0, max: 7 }))
  .map(([channel, depth]) => mintToken(channel, depth))
/** Made of the characters that matter, so that odd places for them turn up. */
const strings = fc.string({ unit: fc.constantFrom(...'/?&=#%;ab1.:~!dks ü'), maxLength: 60 })
const urls = fc.oneof(
  strings,
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
)
const params = fc.constantFrom('dks', 'vb', 'shared')
const places = fc.constantFrom<('query' | 'fragment')[]>('query', 'fragment')

describe('for every URL without a token', () => {
  it('strip undoes decorate, byte for byte', () => {
    fc.assert(
      fc.property(urls, tokens, params, places, (url, token, param, place) => {
        expect(strip(decorate(url, token, { param, place }), { param })).toBe(url)
      }),
      { numRuns: 20_000 },
    )
  })

  it('strip changes nothing', () => {
    fc.assert(
      fc.property(urls, params, (url, param) => {
        expect(strip(url, { param })).toBe(url)
      }),
      { numRuns: 5000 },
    )
  })

  it('detect finds what decorate put in, as written', () => {
    fc.assert(
      fc.property(urls, tokens, params, (url, token, param) => {
        expect(detect(decorate(url, token, { param }), { param })).toMatchObject({
          token,
          repaired: false,
        })
      }),
      { numRuns: 20_000 },
    )
  })

  it('decorate adds the pair and nothing else', () => {
    fc.assert(
      fc.property(urls, tokens, (url, token) => {
        const decorated = decorate(url, token)
        expect(decorated.length - url.length).toBe(`?dks=${token}`.length)
        expect([...decorated.replace(/[?&]dks=\w{13}/, '')].join('')).toBe(url)
      }),
      { numRuns: 5000 },
    )
  })
})

describe('for every URL with a token', () => {
  it('decorate leaves one token, the new one', () => {
    fc.assert(
      fc.property(urls, tokens, tokens, (url, first, second) => {
        expect(decorate(decorate(url, first), second)).toBe(decorate(url, second))
      }),
      { numRuns: 5000 },
    )
  })

  it('detect finds it behind one and two levels of percent-encoding in another URL', () => {
    fc.assert(
      fc.property(fc.webUrl(), tokens, fc.integer({ min: 1, max: 2 }), (url, token, levels) => {
        let inner = decorate(url, token)
        for (let level = 0; level < levels; level++) inner = encodeURIComponent(inner)
        expect(detect(`https://redirect.example/?to=${inner}`)).toMatchObject({
          token,
          repaired: true,
        })
      }),
      { numRuns: 2000 },
    )
  })
})

it('detect and strip never throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      detect(text)
      strip(text)
      strip(decorate(text, 'g0gc6vye2xp5e'))
    }),
    { numRuns: 5000 },
  )
})
