import { describe, expect, it } from 'vitest'
import { decodeWithOrigin } from '../../../src/url/decodeWithOrigin.js'

describe('decodeWithOrigin', () => {
  it.each([
    ['', ''],
    ['abc', 'abc'],
    ['a%20b%2Fc', 'a b/c'],
    ['%C3%A9t%c3%a9', 'été'],
    ['%E2%82%AC%F0%9F%98%80', '€😀'],
    ['é😀', 'é😀'],
    ['%2520', '%20'],
    ['%', '%'],
    ['%%%', '%%%'],
    ['%2', '%2'],
    ['%zz%20', '%zz '],
    ['%u201C', '%u201C'],
    ['\ud800%20\udc00', '\ud800 \udc00'],
    // Latin-1, a part of a character, a surrogate, an overlong form: no UTF-8.
    ['caf%E9%20', 'caf%E9 '],
    ['%C3', '%C3'],
    ['%E2%82', '%E2%82'],
    ['%A9a', '%A9a'],
    ['%ED%A0%80', '%ED%A0%80'],
    ['%C0%AF', '%C0%AF'],
    ['%FF%FE', '%FF%FE'],
  ])('reads %s as %s', (raw, text) => {
    expect(decodeWithOrigin(raw, false).text).toBe(text)
  })

  it('agrees with the browser about all that is well encoded', () => {
    const text = String.fromCodePoint(...Array.from({ length: 3000 }, (_, i) => i * 17))
      .replace(/[\ud800-\udfff]/gu, '')
      .concat('😀é"\'')
    expect(decodeWithOrigin(encodeURIComponent(text), false).text).toBe(text)
    expect(decodeWithOrigin(new URLSearchParams([['', text]]).toString().slice(1), true).text).toBe(
      text,
    )
  })

  it('reads a plus sign as a blank in forms only', () => {
    expect(decodeWithOrigin('a+b%2B', true).text).toBe('a b+')
    expect(decodeWithOrigin('a+b%2B', false).text).toBe('a+b+')
  })

  it('tells where each unit, and the end, came from', () => {
    expect(decodeWithOrigin('a%20é%F0%9F%98%80+%zz', true)).toEqual({
      text: 'a é😀 %zz',
      //     a  ' ' é  😀    ' ' %   z   z   end
      from: [0, 1, 4, 5, 5, 17, 18, 19, 20, 21],
    })
    expect(decodeWithOrigin('%E2%82%E9', false).from).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(decodeWithOrigin('', false).from).toEqual([0])
  })
})
