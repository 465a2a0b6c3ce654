import { expect } from 'vitest'
import type { Channel } from '../../src/channel/channels.js'
import { detect } from '../../src/url/detect.js'
import { strip } from '../../src/url/strip.js'

/** What a share link carried out of the page. */
export interface Tagged {
  token: string
  /** As the token says. */
  channel: Channel
  /** How many own URLs have it. */
  urls: number
}

// A pair of query, as it stands in a URL: encoded as often as the own URL that it is in.
const PAIR = /(?:[?&]|%(?:25)*(?:3f|26))dks(?:=|%(?:25)*3d)[0-9a-z]{13}/gi

/** The site's URLs in a URL, as a share target decodes them, in their order. */
function readOwn(url: string, origin: string): string[] {
  return url
    .slice(url.search(/[?&]/) + 1)
    .split('&')
    .flatMap((pair) => {
      let text = decodeURIComponent(pair.replaceAll('+', ' '))
      for (let level = 1; level < 3 && !text.includes(`${origin}/`); level++)
        text = decodeURIComponent(text)
      // Without the punctuation of a sentence.
      return (text.match(RegExp(`${origin}/[^\\s"”]*`, 'g')) ?? []).map((own) =>
        own.replace(/[.,]$/, ''),
      )
    })
}

/**
 * Compares a URL that arrived with the one that arrives from the same page without aparté: they are equal but for one token,
 * in the query of own URLs.
 */
export function expectTagged(arrived: string, native: string, origin: string): Tagged {
  expect(arrived.replace(PAIR, '')).toBe(native)
  const own = readOwn(arrived, origin)
  expect(own.map((url) => strip(url))).toEqual(readOwn(native, origin))
  const found = own.flatMap((url) => detect(url) ?? [])
  const [first] = found
  if (first === undefined) return expect.unreachable(`no token in ${arrived}`)
  expect(found).toEqual(found.map(() => ({ ...first, repaired: false })))
  return { token: first.token, channel: first.channel, urls: found.length }
}
