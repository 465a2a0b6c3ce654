import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { channels } from '../../src/channel/channels.js'
import { mintToken } from '../../src/token/mintToken.js'
import { detect } from '../../src/url/detect.js'
import { isDamaged } from '../../src/url/isDamaged.js'
import { stripMangled } from '../../src/url/stripMangled.js'
import { fill } from '../corpus/fill.js'
import { HOSTILE_URLS, hostileUrl } from '../corpus/hostileUrls.js'

interface Mangled {
  id: string
  class: string
  landed: string
  expect: 'detect' | 'reject'
}

const read = (name: string): string =>
  readFileSync(new URL(`../corpus/${name}`, import.meta.url), 'utf8').trimEnd()
const mangled = read('mangled-urls.jsonl')
  .split('\n')
  .map((line) => JSON.parse(line) as Mangled) // our own file, in the shape above
const ordinary = ['ordinary-queries.tsv', 'more-ordinary-queries.tsv'].flatMap((name) =>
  read(name)
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t')),
)

/**
 * A swap of equal neighbours is no damage, so tokens are taken in which all neighbours differ; and a letter beyond `f`
 * behind the first one, because what else is left when the first is lost might be a hex id.
 */
const isTelling = (token: string): boolean => !/(.)\1/.test(token) && /[g-z]/.test(token.slice(2))
const PARAMS = ['dks', 'vb', 'shared']
const tokens = fc
  .tuple(fc.constantFrom(...channels), fc.integer({ min: 0, max: 7 }))
  .map(([channel, depth]) => mintToken(channel, depth))
  .filter(isTelling)
const samples = fc.sample(tokens, 40)

interface Form {
  href: string
  token: string
  param: string
}

/** As somebody wrote it, and as browsers hand it over. */
const formsOf = ({ landed }: Mangled): Form[] =>
  samples.flatMap((token) =>
    PARAMS.flatMap((param) => {
      const written = fill(landed, param, token)
      return [written, new URL(written).href].map((href) => ({ href, token, param }))
    }),
  )
/** One expectation for all of them: thousands would take minutes. */
const expectOfAll = (row: Mangled, holds: (form: Form) => boolean): void =>
  expect(formsOf(row).filter((form) => !holds(form))).toEqual([])
/** What any reader of queries finds. */
const holdsPlainly = (href: string, param: string, token: string): boolean =>
  (/^[^#?]*\?([^#]*)/.exec(href)?.[1] ?? '').split('&').includes(`${param}=${token}`)

describe('a URL that somebody mangled', () => {
  const told = mangled.filter((row) => row.expect === 'detect')
  const refused = mangled.filter((row) => row.expect === 'reject')

  it.each(told)('gives its token: $id $landed', (row) => {
    expectOfAll(row, ({ href, token, param }) => {
      const found = detect(href, { param })
      return found?.token === token && found.repaired !== holdsPlainly(href, param, token)
    })
  })

  it.each(told)('is not damaged where it gives a token: $id $landed', (row) => {
    expectOfAll(row, ({ href, param }) => !isDamaged(href, { param }))
  })

  it.each(refused)('gives no token: $id $landed', (row) => {
    expectOfAll(row, ({ href, param }) => !detect(href, { param }))
  })

  const DAMAGED = /^(truncated|damaged|swapped|glued-alnum|duplicate)$/
  // A name without its equals sign may be anything; ROT13 spells with letters that no token has.
  const TELLING = /\{PARAM\}=(?!.*ROT13)/
  it.each(refused.filter((row) => DAMAGED.test(row.class) && TELLING.test(row.landed)))(
    'is told to be damaged: $id $landed',
    (row) => {
      expectOfAll(row, ({ href, param }) => isDamaged(href, { param }))
    },
  )

  const FOREIGN = /^(foreign-value|other-name|stripped)$/
  /** Spelled as tokens are, or as what is left of them. */
  const LIKE_TOKENS =
    /=(whatsapp|x|wa|tg|W10%3D|dQw4w9WgXcQ|ckz8q9x7k0000|r2d2c3p0bb8x|mq331AQKKAFQArABIIACAw|sharedsharedx|[gqwrtyzxcvbnm]{11,12})$/
  it.each(refused.filter((row) => FOREIGN.test(row.class) && !LIKE_TOKENS.test(row.landed)))(
    'is told to be someone else’s: $id $landed',
    (row) => {
      expectOfAll(row, ({ href, param }) => !isDamaged(href, { param }))
    },
  )
})

describe('an ordinary URL', () => {
  const queries = ordinary.map(([, query = '']) => query)
  const names = new Set(
    ordinary.flatMap(([, , given = '']) =>
      given.split(',').flatMap((name) => [name, decodeURIComponent(name), name.toLowerCase()]),
    ),
  )
  const params = ['dks', ...[...names].filter((name) => /^[\w-]+$/.test(name))]

  it.each(queries)('gives no token under any name that any of them holds: %s', (query) => {
    const readable = decodeURIComponent(query.replace(/%(?![\da-f]{2})/gi, '%25')).toLowerCase()
    for (const param of params.filter((name) => readable.includes(name.toLowerCase()))) {
      for (const href of [`https://news.example/a?${query}`, `https://news.example/a#${query}`]) {
        expect(detect(href, { param }), param).toBeUndefined()
        expect(detect(encodeURIComponent(href), { param }), param).toBeUndefined()
      }
    }
  })

  it.each(queries)('is not told to be damaged: %s', (query) => {
    expect(isDamaged(`https://news.example/a?${query}`)).toBe(false)
  })
})

describe('for every token', () => {
  const glue = fc.string({
    unit: fc.constantFrom(...'.,;:!?)]}>"\'»”…*|/ ，。）」😀é日'),
    maxLength: 5,
  })

  it('signs and foreign scripts behind it leave it readable, encoded or not', () => {
    fc.assert(
      fc.property(tokens, glue, fc.nat(2), (token, tail, times) => {
        let href = `https://journal.example/a?dks=${token}${tail}`
        for (let i = 0; i < times; i++) href = encodeURIComponent(href)
        expect(detect(href)?.token).toBe(token)
        expect(detect(new URL(`https://journal.example/?to=${href}`).href)?.token).toBe(token)
      }),
      { numRuns: 3000 },
    )
  })

  it('a URL cut anywhere in it is damaged, and cut before it is not', () => {
    fc.assert(
      fc.property(tokens, fc.nat(13), (token, kept) => {
        const href = `https://journal.example/a?x=1&dks=${token.slice(0, kept)}`
        expect(isDamaged(href)).toBe(kept < 13)
        expect(isDamaged(encodeURIComponent(href))).toBe(kept < 13)
        expect(isDamaged(href.slice(0, href.indexOf('dks=')))).toBe(false)
      }),
      { numRuns: 2000 },
    )
  })

  it('one character changed or two neighbours swapped is damaged', () => {
    fc.assert(
      fc.property(tokens, fc.nat(11), fc.constantFrom(...'hjkmnpqrst'), (token, at, letter) => {
        const swapped = `/a?dks=${fill(`{TOKEN_SWAPPED:${at}}`, 'dks', token)}`
        expect(detect(swapped)).toBeUndefined()
        expect(isDamaged(swapped)).toBe(true)
        if (token[at] === letter) return
        const changed = `/a?dks=${token.slice(0, at)}${letter}${token.slice(at + 1)}`
        expect(detect(changed)).toBeUndefined()
        expect(isDamaged(changed)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

it('isDamaged never throws', () => {
  const odd = fc.array(
    fc.oneof(
      fc.constantFrom(
        'dks=',
        '?',
        '&',
        '#',
        '%',
        '%25',
        '&amp;',
        '=3D',
        '\\u003d',
        'g0gc6vye2xp5e',
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
    ),
  )
  fc.assert(
    fc.property(odd, (parts) => {
      const href = parts.join('')
      if (detect(href)) expect(isDamaged(href)).toBe(false)
    }),
    { numRuns: 5000 },
  )
})

describe('a URL that was written to slow the search down', () => {
  /** Processor time, in ms: a busy machine stops a long run more often than a short one, which the clock would count. */
  const timeOf = (href: string, run: (href: string) => unknown = isDamaged): number => {
    const start = process.cpuUsage()
    run(href)
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  }

  /** With a token behind it, as long as before: only then is there something to strip. */
  const stripBehind = (href: string): string =>
    stripMangled(`${href.slice(0, -20)}&x?dks=g0gc6vye2xp5e`, 'dks')

  // Sixteen times the length takes about sixteen times as long; a quadratic pattern takes some two hundred times. The least
  // of many runs counts: whatever else the machine does only adds.
  it.each([
    ...HOSTILE_URLS.map((name) => ['search', name, isDamaged, 25] as const),
    ...HOSTILE_URLS.map((name) => ['strip', name, stripBehind, 5] as const),
  ])('takes a time to %s that grows as it does: %s', (_, name, run, runs) => {
    const [short, long] = [hostileUrl(name, 512), hostileUrl(name, 8192)]
    const times = Array.from(
      { length: runs },
      () => [timeOf(short, run), timeOf(long, run)] as const,
    )
    const shortMs = Math.min(...times.map(([ms]) => ms))
    const longMs = Math.min(...times.map(([, ms]) => ms))
    expect(longMs / Math.max(shortMs, 0.01)).toBeLessThan(80)
  })

  it.each(HOSTILE_URLS)('is not looked at beyond 8,192 characters: %s', (name) => {
    const href = hostileUrl(name, 1_000_000)
    expect(Math.min(timeOf(href), timeOf(href), timeOf(href))).toBeLessThan(50)
  })
})
