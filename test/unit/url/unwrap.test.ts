import { describe, expect, it } from 'vitest'
import { unfold, unwrap } from '../../../src/url/unwrap.js'

describe('unwrap', () => {
  it.each([
    ['a%3Fb%3D1%26c', 'a?b=1&c'],
    ['a%253Fb', 'a%3Fb'],
    ['a&amp;b&AMP;c&#38;d&#038;e&#x26;f&#X026;g', 'a&b&c&d&e&f&g'],
    ['a&equals;b&#61;c&#x3d;d', 'a=b=c=d'],
    ['a&amp;amp;b', 'a&amp;b'],
    ['%E2%80%9Ca%E2%80%9D', '“a”'],
    ['a%E9b%2', 'a%E9b%2'],
    ['a+b', 'a+b'],
  ])('reads %s as %s', (text, plain) => {
    expect(unwrap(text)).toBe(plain)
  })
})

describe('unfold', () => {
  it.each([
    ['a=\r\nb=\nc\r\nd\ne', 'abcde'],
    ['a\tb\u200bc\u00add\ufeffe\u2066f', 'abcdef'],
    ['a=3Fb=3D1=26c', 'a%3Fb%3D1%26c'],
    ['a-3Fb-3D1-26c-23d', 'a%3Fb%3D1%26c%23d'],
    ['a？b＝1＆c', 'a?b=1&c'],
    ['/a/u003fb=1/x26c', '/a%3fb=1%26c'],
    ['a\\u003fb\\u003D1\\u0026c', 'a%3fb%3D1%26c'],
    ['a\\x3fb\\x3D1\\x26c%u0026d', 'a%3fb%3D1%26c%26d'],
  ])('writes %j as %s', (text, plain) => {
    expect(unfold(text)).toBe(plain)
  })

  it.each(['a=1&b=2', 'a - b', 'a\rb', 'é日😀', '\\u0041', 'a=4D'])(
    'leaves %j as it is',
    (text) => {
      expect(unfold(text)).toBe(text)
    },
  )
})
