import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { channels } from '../../../src/channel/channels.js'
import { readToken } from '../../../src/token/readToken.js'

interface Vectors {
  channels: string[]
  valid: { token: string; channel: string; channelCode: number; depth: number }[]
  invalid: { token: string; why: string }[]
}

const vectors = JSON.parse(
  readFileSync(new URL('../../corpus/token-vectors.json', import.meta.url), 'utf8'),
) as Vectors

describe('readToken', () => {
  it('knows the channels of the known answers, in their order', () => {
    expect(channels).toEqual(vectors.channels)
  })

  it.each(vectors.valid)('reads $token as $channel, depth $depth', ({ token, channel, depth }) => {
    expect(readToken(token)).toEqual({ token, channel, depth })
  })

  it.each(vectors.invalid)('refuses $token: $why', ({ token }) => {
    expect(readToken(token)).toBeUndefined()
  })

  it('reads all-upper case, and refuses mixed case', () => {
    expect(readToken('G0GC6VYE2XP5E')?.token).toBe('g0gc6vye2xp5e')
    expect(readToken('G0gc6vye2xp5e')).toBeUndefined()
  })

  it('refuses the first letter that is kept for a later version', () => {
    expect(readToken('z0gc6vye2xp5e')).toBeUndefined()
  })

  it('refuses letters outside the alphabet, blanks and line ends around a token', () => {
    for (const text of ['', 'gigc6vye2xp5e', ' g0gc6vye2xp5e', 'g0gc6vye2xp5e\n', 'ｇ0gc6vye2xp5e'])
      expect(readToken(text)).toBeUndefined()
  })
})
