import { describe, expect, it } from 'vitest'
import { isProgram } from '../../../src/server/isProgram.js'

const CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36'

describe('isProgram', () => {
  it.each([
    ['it names no engine', 'MyTool/1.0'],
    ['it is empty', ''],
    ['it ends behind the first word', 'Mozilla/5.0'],
    ['it names no system', `Mozilla/5.0 ${CHROME}`],
    [
      'it gives an address',
      `Mozilla/5.0 (X11; Linux x86_64) ${CHROME} Foo/1 (+https://foo.example)`,
    ],
    ['it gives a mail address', `Mozilla/5.0 (X11; Linux x86_64) ${CHROME} me@foo.example`],
    ['it calls itself compatible', 'Mozilla/5.0 (compatible; Foo/1.0)'],
    ['it names its trade', `Mozilla/5.0 (X11; Linux x86_64) ${CHROME} FooChecker/2`],
    ['it is written in Python', 'Mozilla/5.0 (X11) Gecko python/3'],
  ])('says yes where %s', (_, userAgent) => {
    expect(isProgram(userAgent)).toBe(true)
  })

  it.each([
    ['a browser', `Mozilla/5.0 (X11; Linux x86_64) ${CHROME}`],
    [
      'a telephone that is called like a program',
      `Mozilla/5.0 (Linux; Android 9; Robot Crawler) ${CHROME}`,
    ],
    ['one with a locale', `Mozilla/5.0 (Linux; U; Android 9; en-us; Spider Build/1) ${CHROME}`],
    ['one in brackets', `Mozilla/5.0 (Linux; Android 12; preview (2022)) ${CHROME}`],
    [
      'an old browser that calls itself compatible',
      'Mozilla/4.0 (compatible; MSIE 8.0; Windows NT 6.1)',
    ],
    [
      'a browser with an @ in its version',
      `Mozilla/5.0 (X11) ${CHROME} (Ecosia android@101.0.4951.41)`,
    ],
  ])('says no to %s', (_, userAgent) => {
    expect(isProgram(userAgent)).toBe(false)
  })
})
