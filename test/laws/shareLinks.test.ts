import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { channels } from '../../src/channel/channels.js'
import { mintToken } from '../../src/token/mintToken.js'
import { createIsOwn } from '../../src/url/createIsOwn.js'
import { decorateShareLink } from '../../src/url/decorateShareLink.js'
import { detect } from '../../src/url/detect.js'
import { strip } from '../../src/url/strip.js'

const isOwn = createIsOwn(['journal.example'], () => false)
const share = (href: string, token: string): ReturnType<typeof decorateShareLink> =>
  decorateShareLink(href, { isOwn, mint: () => token })

/** A target by the beginning of a link to it, and whether it takes a text or one URL. */
const TARGETS = [
  ['https://wa.me/?text=', 'text'],
  ['whatsapp://send?text=', 'text'],
  ['https://www.facebook.com/sharer/sharer.php?u=', 'url'],
  ['https://www.facebook.com/dialog/send?app_id=1&link=', 'url'],
  ['https://twitter.com/intent/tweet?via=a&text=', 'text'],
  ['https://x.com/intent/post?text=hi&url=', 'url'],
  ['https://t.me/share/url?url=', 'url'],
  ['tg://msg?text=', 'text'],
  ['https://line.me/R/msg/text/?', 'text'],
  ['line://msg/text/', 'text'],
  ['viber://forward?text=', 'text'],
  ['mailto:a@b.example?subject=a&body=', 'text'],
  ['sms:&body=', 'text'],
  ['sms:+15550100;body=', 'text'],
  ['sms:?body=', 'text'],
  ['https://mail.google.com/mail/?view=cm&su=a&body=', 'text'],
  ['https://toot.kytta.dev/?text=', 'text'],
  ['https://tootpick.org/#text=', 'text'],
  ['https://social.example/share?text=', 'text'],
  ['https://www.addtoany.com/share#url=', 'url'],
  ['https://connect.ok.ru/dk?st.cmd=a&st.shareUrl=', 'url'],
  ['https://www.tumblr.com/widgets/share/tool?canonicalUrl=', 'url'],
] as const
const targets = fc.constantFrom(...TARGETS)
const tokens = fc
  .tuple(fc.constantFrom(...channels), fc.integer({ min: 0, max: 7 }))
  .map(([channel, depth]) => mintToken(channel, depth))
const levels = fc.integer({ min: 1, max: 4 })

const parts = fc.string({
  unit: fc.constantFrom(...'abz09-_~', 'é', '標', '😀', '%20'),
  maxLength: 12,
})
/** As browsers write them, and as people do. */
const ownUrls = fc
  .record({
    path: fc.array(parts, { maxLength: 3 }),
    query: fc.option(fc.array(fc.tuple(parts, parts), { minLength: 1, maxLength: 3 })),
    hash: fc.option(parts),
    isNormal: fc.boolean(),
  })
  .map(({ path, query, hash, isNormal }) => {
    const pairs = query?.map(([name, value]) => `x${name}=${value}`).join('&')
    // What ends in a letter ends no sentence.
    const url = `https://journal.example/${path.join('/')}z${query ? `?${pairs}z` : ''}${hash === null ? '' : `#${hash}z`}`
    return isNormal ? new URL(url).href : url
  })
/** Made of what matters to links, texts and encodings. */
const words = fc
  .string({ unit: fc.constantFrom(...'ab?/#&=+%;:.,!()<>"\'« »“”é標😀\n'), maxLength: 20 })
  // A scheme-like beginning would be a URL of its own.
  .map((text) => text.replaceAll('http', ''))
const plain = fc.string({ unit: fc.constantFrom(...'abc é標😀?/#&=+'), maxLength: 20 })

const encode = (text: string, times: number): string => {
  let encoded = text
  for (let level = 0; level < times; level++) encoded = encodeURIComponent(encoded)
  return encoded
}
const decode = (text: string, times: number): string => {
  let decoded = text
  for (let level = 0; level < times; level++) decoded = decodeURIComponent(decoded)
  return decoded
}

describe('for every own URL in a link to a share target', () => {
  const links = fc
    .tuple(targets, ownUrls, levels, plain, plain, fc.constantFrom('', '&a=b', '&c=d%20e#f'))
    .map(([[head, takes], url, level, before, after, tail]) => {
      const isText = takes === 'text'
      const text = isText ? `${before} ${url} ${after}` : url
      return { head, url, level, text, tail, href: head + encode(text, level) + tail }
    })

  it('the target reads the decorated URL, and all else as before', () => {
    fc.assert(
      fc.property(links, tokens, ({ head, url, level, text, tail, href }, token) => {
        const decorated = share(href, token)?.href ?? ''
        expect(decorated.startsWith(head)).toBe(true)
        expect(decorated.endsWith(tail)).toBe(true)
        const read = decode(decorated.slice(head.length, decorated.length - tail.length), level)
        const [base = '', hash] = url.split(/#(.*)/s)
        const sign = base.includes('?') ? '&' : '?'
        const expected = `${base}${sign}dks=${token}${hash === undefined ? '' : `#${hash}`}`
        expect(read).toBe(text.replace(url, () => expected))
        expect(detect(expected)).toMatchObject({ token, repaired: false })
        expect(strip(expected)).toBe(url)
      }),
      { numRuns: 2000 },
    )
  })

  it('the link without the token is the link as it was, byte for byte', () => {
    fc.assert(
      fc.property(links, tokens, ({ href }, token) => {
        const decorated = share(href, token)?.href ?? ''
        expect(decorated).toContain(token)
        expect(decorated.replace(/(%(25)*(3F|26))dks(%(25)*3D)\w{13}/, '')).toBe(href)
      }),
      { numRuns: 2000 },
    )
  })

  it('the same token once more changes nothing, another one takes its place', () => {
    fc.assert(
      fc.property(links, tokens, tokens, ({ href }, first, second) => {
        const decorated = share(href, first)?.href ?? ''
        expect(share(decorated, first)).toBeUndefined()
        if (first !== second) expect(share(decorated, second)).toEqual(share(href, second))
      }),
      { numRuns: 2000 },
    )
  })

  it('only the token changes, whatever stands around the URL, encoded or not', () => {
    const messy = fc
      .tuple(targets, words, ownUrls, words, fc.integer({ min: 0, max: 4 }))
      .map(([[head], before, url, after, level]) => head + encode(`${before}${url}${after}`, level))
    fc.assert(
      fc.property(messy, tokens, (href, token) => {
        const decorated = share(href, token)?.href
        if (decorated === undefined) return
        expect(decorated.split(token)).toHaveLength(2)
        expect(decorated.replace(/(\?|&|%(25)*(3F|26))dks(=|%(25)*3D)\w{13}/, '')).toBe(href)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('for every link', () => {
  it('nothing happens without an own URL', () => {
    const foreign = fc
      .tuple(targets, fc.webUrl({ withQueryParameters: true, withFragments: true }), levels)
      .map(([[head], url, level]) => head + encode(url, level))
    fc.assert(
      fc.property(fc.oneof(foreign, fc.webUrl(), fc.string({ unit: 'binary' })), (href) => {
        expect(share(href, 'g0gc6vye2xp5e')).toBeUndefined()
      }),
      { numRuns: 2000 },
    )
  })

  it('nothing happens where it leads to no share target', () => {
    // Under a name that nobody has: `http://t.me` came up once in some hundred thousand.
    const elsewhere = fc.webUrl().map((url) => url.replace(/^https?:\/\/[^/]+/, '$&.example'))
    const redirects = fc
      .tuple(elsewhere, ownUrls, levels)
      .map(([url, own, level]) => `${url}?u=${encode(own, level)}`)
    fc.assert(
      fc.property(fc.oneof(redirects, ownUrls), (href) => {
        expect(share(href, 'g0gc6vye2xp5e')).toBeUndefined()
      }),
      { numRuns: 2000 },
    )
  })

  it('nothing is thrown', () => {
    const pieces = fc.constantFrom(
      ...TARGETS.map(([head]) => head),
      ...'% %E9 %E2%80 %25 http https :// ? & # ; = / [ ) dks= dks%3Dg0gc6vye2xp5e'.split(' '),
      ...'intent: #Intent;scheme= /entry/s/ https://journal.example/ https%3A%2F%2Fjournal.example'.split(
        ' ',
      ),
      ' ',
      '\0',
      '\ud800',
      '\udc00',
    )
    const odd = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 5 })))
    fc.assert(
      fc.property(odd, (parts) => {
        share(parts.join(''), 'g0gc6vye2xp5e')
      }),
      { numRuns: 2000 },
    )
  })
})
