/** Input of the kinds that meet a page and a collector: near to what is right, and far from it. */
import fc from 'fast-check'
import { channels, mintToken } from '../../dist/token.js'

export const OWN = 'https://journal.example'

/** Lists of the site that are worth being wrong in. */
const SIGNS = [
  '?', '&', '#', '=', '%', '%25', '%2525', '%3D', '%26', '&amp;', '&#38;', '&equals;', '=3D', '=\r\n', '\\u003d', '+', ' ', '/', '//',
  '\u200b', '\u2060', '\uff44\uff4b\uff53', '\ud800', '\0', ';', '@', ':', '.', '...', ')', '"', '<', '>', '\'', '|', '%C0%80', '%E2%80', '%',
] // prettier-ignore

const WORDS = [
  'dks', 'dks=', 'DKS=', 'url=', 'u=', 'text=', 'redirect_uri=', 'image=', 'https://', 'http%3A%2F%2F', 'javascript:', 'data:',
  'journal.example', OWN, `${OWN}/a/b`, encodeURIComponent(`${OWN}/a?x=1#y`), 'wa.me', 'https://wa.me/?text=', 'https://t.me/share/url?url=',
  'https://www.facebook.com/sharer/sharer.php?u=', 'mailto:?body=', 'sms:&body=', 'whatsapp://send?text=', 'xn--', '__proto__', 'constructor',
  'toString', 'x=1', '[]', '{}', 'null',
] // prettier-ignore

export const tokens = fc
  .tuple(fc.constantFrom(...channels), fc.integer({ min: 0, max: 7 }))
  .map(([channel, depth]) => mintToken(channel, depth))

const pieces = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...SIGNS) },
  { weight: 4, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 2, arbitrary: tokens },
  { weight: 1, arbitrary: fc.tuple(tokens, fc.nat(13)).map(([token, at]) => token.slice(at)) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
)

/** Something repeated: what slows searches down. */
const bombs = fc
  .tuple(pieces, fc.integer({ min: 2, max: 3000 }))
  .map(([piece, count]) => piece.repeat(count).slice(0, 40_000))

/** Texts that might be URLs. */
export const hrefs = fc
  .array(fc.oneof({ weight: 200, arbitrary: pieces }, { weight: 1, arbitrary: bombs }), {
    maxLength: 14,
  })
  .map((parts) => parts.join(''))

const names = fc.constantFrom(
  'v', 'site', 'sentAt', 'events', 'id', 'type', 'at', 'load', 'page', 'mode', 'token', 'channel', 'kind', 'gesture', 'depth', 'parent', 'certain',
  'navigation', 'entry', 'repaired', 'name', 'value', 'currency', 'key', 'data', 'count', 'why', 'rate', 'own', '__proto__', 'constructor', 'toString',
) // prettier-ignore

/** Values in the place of any field. */
const values = fc.oneof(
  fc.constantFrom(
    null,
    true,
    false,
    0,
    1,
    -1,
    1e308,
    7,
    8,
    '',
    'granted',
    'share',
    'view',
    'copy',
    'private',
    [],
    {},
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.double(),
  fc.integer(),
  hrefs,
  fc.dictionary(names, fc.anything({ maxDepth: 1 }), { maxKeys: 4 }),
)

const AT = 1_795_437_700_000

const events = fc
  .tuple(
    fc.constantFrom(
      { type: 'share', token: 'tm3x0a1b2c3d4', channel: 'whatsapp', kind: 'private', gesture: 'link', depth: 2, certain: true },
      { type: 'landing', token: 'tm3x0a1b2c3d4', channel: 'copy', kind: 'blind', depth: 1, repaired: false },
      { type: 'view', navigation: 'navigate', entry: true },
      { type: 'engage', arrival: 'view', evidence: 'time', afterMs: 10_000 },
      { type: 'convert', name: 'subscribe', value: 12, currency: 'EUR' },
      { type: 'lost', count: 3, why: 'full' },
      { type: 'x_note', data: { a: 1 } },
    ), // prettier-ignore
    fc.string({ unit: fc.constantFrom(...'abcXYZ019_-'), minLength: 21, maxLength: 21 }),
    fc.dictionary(names, values, { maxKeys: 2 }),
  )
  .map(([fields, id, changes]) => ({
    id,
    at: AT,
    page: `${OWN}/a`,
    mode: 'cookieless',
    ...fields,
    ...changes,
  }))

const deep = fc.nat(2000).map((depth) => `${'['.repeat(depth)}${']'.repeat(depth)}`)

/** Bodies of requests to a collector. */
export const bodies = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.array(events, { maxLength: 4 }), fc.dictionary(names, values, { maxKeys: 1 }))
      .map(([list, changes]) =>
        JSON.stringify({ v: 1, site: 'journal.example', sentAt: AT, events: list, ...changes }),
      ),
  },
  { weight: 1, arbitrary: fc.json({ maxDepth: 5 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  { weight: 1, arbitrary: deep },
  {
    weight: 2,
    // A body that was cut.
    arbitrary: fc
      .tuple(events, fc.nat(300))
      .map(([event, at]) => `{"v":1,"site":"a","events":[${JSON.stringify(event)}]}`.slice(0, at)),
  },
)

/** Options of a tracker, right and wrong. */
export const options = fc.dictionary(
  fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom('endpoint', 'site', 'domains', 'exclude', 'queryAllow', 'param', 'place', 'consent', 'respectGpc', 'chain', 'views', 'acknowledge', 'onError', 'use', 'gestures') }, // prettier-ignore
    { weight: 1, arbitrary: names },
  ),
  fc.oneof(
    fc.constantFrom(
      '/collect',
      'https://a.example/c',
      'dks',
      'granted',
      'query',
      true,
      false,
      0.5,
      undefined,
      null,
    ),
    fc.constantFrom(['a.example'], ['/a', '/b*'], () => undefined, [() => undefined], [undefined]),
    values,
    fc.array(values, { maxLength: 3 }),
  ),
  { maxKeys: 6 },
)
