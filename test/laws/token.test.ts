import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { channels } from '../../src/channel/channels.js'
import { ALPHABET } from '../../src/token/alphabet.js'
import { mintToken } from '../../src/token/mintToken.js'
import { readToken } from '../../src/token/readToken.js'

const bytes = fc.uint8Array({ minLength: 9, maxLength: 9 })
const tokens = fc
  .tuple(fc.constantFrom(...channels), fc.integer({ min: 0, max: 7 }), bytes)
  .map(([channel, depth, random]) => ({
    channel,
    depth,
    token: mintToken(channel, depth, () => random),
  }))

describe('a token', () => {
  it('reads as what it was minted from, in lower and in upper case', () => {
    fc.assert(
      fc.property(tokens, ({ channel, depth, token }) => {
        expect(readToken(token)).toEqual({ token, channel, depth })
        expect(readToken(token.toUpperCase())).toEqual({ token, channel, depth })
      }),
      { numRuns: 2000 },
    )
  })

  it('is refused with any one character changed', () => {
    fc.assert(
      fc.property(tokens, ({ token }) => {
        for (let i = 0; i < 13; i++) {
          for (const character of ALPHABET) {
            const damaged = token.slice(0, i) + character + token.slice(i + 1)
            if (damaged !== token) expect(readToken(damaged)).toBeUndefined()
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  it('is refused with any two characters swapped', () => {
    fc.assert(
      fc.property(tokens, ({ token }) => {
        for (let i = 0; i < 13; i++) {
          for (let j = i + 1; j < 13; j++) {
            const all = [...token]
            const [a = '', b = ''] = [token[i], token[j]]
            all[i] = b
            all[j] = a
            if (a !== b) expect(readToken(all.join(''))).toBeUndefined()
          }
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('is refused when truncated, extended, or in mixed case', () => {
    fc.assert(
      fc.property(tokens, fc.nat(12), fc.constantFrom(...ALPHABET), ({ token }, n, character) => {
        expect(readToken(token.slice(0, n))).toBeUndefined()
        expect(readToken(token.slice(n + 1))).toBeUndefined()
        expect(readToken(token + character)).toBeUndefined()
        expect(readToken(character + token)).toBeUndefined()
        expect(readToken(token.charAt(0).toUpperCase() + token.slice(1))).toBeUndefined()
      }),
    )
  })

  it('is never read from any other text, and reading never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const content = readToken(text)
        if (content) expect(text.toLowerCase()).toBe(content.token)
      }),
      { numRuns: 5000 },
    )
  })
})
