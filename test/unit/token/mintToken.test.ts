import { describe, expect, it } from 'vitest'
import { channels } from '../../../src/channel/channels.js'
import { mintToken } from '../../../src/token/mintToken.js'
import { readToken } from '../../../src/token/readToken.js'

describe('mintToken', () => {
  it('mints the same token from the same bytes, and takes the lower five bits of each', () => {
    const bytes = (count: number): number[] => Array.from({ length: count }, (_, i) => 32 * 3 + i)
    expect(mintToken('whatsapp', 2, bytes)).toMatch(/^jj012345678/)
  })

  it('asks its source for nine bytes', () => {
    let asked = 0
    mintToken('copy', 1, (count) => new Uint8Array((asked = count)))
    expect(asked).toBe(9)
  })

  it('carries every channel and every depth', () => {
    for (const channel of channels) {
      for (let depth = 0; depth < 8; depth++)
        expect(readToken(mintToken(channel, depth))).toMatchObject({ channel, depth })
    }
  })

  it('counts depths above seven as seven', () => {
    expect(readToken(mintToken('email', 12))?.depth).toBe(7)
  })

  it.each([-1, 1.5, Number.NaN, Number.NEGATIVE_INFINITY])('refuses the depth %s', (depth) => {
    expect(() => mintToken('email', depth)).toThrow(RangeError)
  })

  it('refuses a channel that the table does not have, and names it', () => {
    // @ts-expect-error: the type refuses it too
    expect(() => mintToken('fax', 1)).toThrow(/fax/)
  })
})
