import { describe, expect, it } from 'vitest'
import { checkEvent } from '../../../src/event/checkEvent.js'
import { goodEvents } from './goodEvents.js'

const of = (type: string): Record<string, unknown> => ({
  ...goodEvents.find((event) => event.type === type),
})

describe('a good event', () => {
  it.each(goodEvents.map((event) => [event.type, event] as const))(
    'of type %s passes unchanged',
    (_type, event) => {
      expect(checkEvent(event)).toEqual({ ok: true, event })
    },
  )

  it('may name a channel that this version does not know', () => {
    expect(checkEvent({ ...of('share'), channel: 'next-messenger' })).toMatchObject({
      ok: true,
      event: { channel: 'next-messenger' },
    })
  })

  it('loses the fields that the format does not know', () => {
    const event = of('lost')
    expect(checkEvent({ ...event, person: 'x', token: 'g1ran22qg8xdj' })).toEqual({
      ok: true,
      event,
    })
  })

  it('is untouched by keys that name the prototype', () => {
    const event = of('lost')
    const hostile: unknown = JSON.parse(
      `${JSON.stringify(event).slice(0, -1)},"__proto__":{"automated":true},"constructor":1}`,
    )
    const checked = checkEvent(hostile)
    expect(checked).toEqual({ ok: true, event })
    expect(checked.ok && Object.getPrototypeOf(checked.event)).toBe(Object.prototype)
    expect(checked.ok && checked.event.automated).toBeUndefined()
  })
})

const long = (length: number): string => 'x'.repeat(length)

/** type, field, bad value, what the sentence says. */
const bad: [string, string, unknown, string][] = [
  ['share', 'id', 'short', 'id must be an id of 21 characters'],
  ['share', 'id', `${long(20)}+`, 'id must be an id of 21 characters'],
  ['share', 'id', `${long(21)}\n`, 'id must be an id of 21 characters'],
  ['share', 'at', 1.5, 'at must be a whole number from 0 to 8640000000000000'],
  ['share', 'at', Infinity, 'at must be a whole number'],
  ['share', 'at', NaN, 'at must be a whole number'],
  ['share', 'at', '1795437700000', 'at must be a whole number'],
  ['share', 'at', -1, 'at must be a whole number'],
  ['share', 'load', null, 'load must be an id of 21 characters'],
  ['share', 'page', 'javascript:alert(1)', 'page must be an http(s) URL'],
  ['share', 'page', 'https://', 'page must be an http(s) URL'],
  ['share', 'page', 'https:///a', 'page must be an http(s) URL'],
  ['share', 'page', 'https://name:word@journal.example/', 'page must be an http(s) URL'],
  ['share', 'page', 'https://journal.example/a b', 'page must be an http(s) URL'],
  ['share', 'page', 'https://journal.example/a\0', 'page must be an http(s) URL'],
  ['share', 'page', `https://journal.example/${long(977)}`, 'page must be an http(s) URL'],
  ['share', 'mode', 'denied', 'mode must be one of granted, exempt, cookieless'],
  ['share', 'mode', 'pending', 'mode must be one of granted, exempt, cookieless'],
  ['share', 'automated', false, 'automated must be true or absent'],
  ['share', 'rate', 0, 'rate must be a finite number above 0 up to 1'],
  ['share', 'rate', 1.01, 'rate must be a finite number above 0 up to 1'],
  ['share', 'token', 'z1ran22qg8xdj', 'token must be a token of 13 characters'],
  ['share', 'token', 'g1ran22qg8xd', 'token must be a token of 13 characters'],
  ['share', 'token', 'G1RAN22QG8XDJ', 'token must be a token of 13 characters'],
  ['share', 'token', 'g1ran22qg8xdu', 'token must be a token of 13 characters'],
  ['share', 'channel', 'WhatsApp', 'channel must be a channel name'],
  ['share', 'channel', `a${long(32)}`, 'channel must be a channel name'],
  ['share', 'kind', 'dark', 'kind must be one of private, blind, public, later, other'],
  ['share', 'gesture', 'stare', 'gesture must be one of copy, field'],
  ['share', 'gesture', 'constructor', 'gesture must be one of copy, field'],
  ['share', 'depth', 8, 'depth must be a whole number from 0 to 7'],
  ['share', 'depth', 1.5, 'depth must be a whole number from 0 to 7'],
  ['share', 'depth', '1', 'depth must be a whole number from 0 to 7'],
  ['share', 'parent', 'nobody', 'parent must be a token of 13 characters'],
  ['share', 'target', '/a', 'target must be an http(s) URL'],
  ['share', 'urls', 1, 'urls must be a whole number from 2'],
  ['share', 'certain', 1, 'certain must be true or false'],
  ['landing', 'repaired', 'no', 'repaired must be true or false'],
  ['landing', 'own', null, 'own must be true or false'],
  ['landing', 'referrerHost', 'https://a.example/', 'referrerHost must be a host name'],
  ['landing', 'app', '', 'app must be a string of 1 to 64 characters'],
  ['landing', 'click', long(65), 'click must be a string of 1 to 64 characters'],
  ['view', 'navigation', 'prerender', 'navigation must be one of navigate, reload'],
  ['view', 'entry', undefined, 'entry must be true or false'],
  ['view', 'campaign', long(201), 'campaign must be a string of 0 to 200 characters'],
  ['view', 'damaged', false, 'damaged must be true or absent'],
  ['engage', 'arrival', 'share', 'arrival must be one of landing, view'],
  ['engage', 'evidence', 'gaze', 'evidence must be one of input, time'],
  ['engage', 'afterMs', -1, 'afterMs must be a finite number from 0'],
  ['convert', 'name', '', 'name must be a string of 1 to 100 characters'],
  ['convert', 'value', Infinity, 'value must be a finite number'],
  ['convert', 'currency', 'eur', 'currency must be an ISO 4217 code'],
  ['convert', 'key', 7, 'key must be a string of 0 to 200 characters'],
  ['vital', 'rating', 'fine', 'rating must be one of good, needs-improvement, poor'],
  ['lost', 'count', 0, 'count must be a whole number from 1'],
  ['lost', 'why', 'bored', 'why must be one of full, old, refused, quota'],
  ['x_scroll', 'data', [], 'data must be an object of at most 20'],
  ['x_scroll', 'data', { list: [] }, 'data must be an object of at most 20'],
  ['x_scroll', 'data', { word: long(1001) }, 'data must be an object of at most 20'],
  ['x_scroll', 'data', { many: Infinity }, 'data must be an object of at most 20'],
  ['x_scroll', 'data', JSON.parse('{"__proto__":1}'), 'data must be an object of at most 20'],
  [
    'x_scroll',
    'data',
    Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`k${n}`, n])),
    'data must be an object of at most 20',
  ],
]

describe('a bad event', () => {
  it.each(bad)('of type %s with a wrong %s is refused by name (%j)', (type, name, value, why) => {
    const checked = checkEvent({ ...of(type), [name]: value })
    expect(checked.ok ? 'passed' : checked.why).toContain(why)
  })

  const required = goodEvents.flatMap((event) =>
    ['id', 'at', 'page', 'mode', 'token', 'certain', 'entry', 'afterMs', 'count', 'data']
      .filter((name) => name in event && !(name === 'token' && /engage|convert/.test(event.type)))
      .map((name) => [event.type, name, event] as const),
  )
  it.each(required)('of type %s without %s is refused by name', (_type, name, event) => {
    const { [name]: _, ...rest } = event as unknown as Record<string, unknown>
    expect(checkEvent(rest)).toEqual({ ok: false, why: `${name} is missing` })
  })

  it.each(['value', 'currency'])('with the %s of a conversion alone is refused', (name) => {
    const { [name]: _, ...rest } = of('convert')
    expect(checkEvent(rest)).toEqual({ ok: false, why: 'value and currency must come together' })
  })

  it.each([
    'x_',
    'x_Scroll',
    `x_${'a'.repeat(41)}`,
    'constructor',
    '__proto__',
    'batch',
    7,
    null,
    ['share'],
    undefined,
  ])('of the unknown type %j is refused', (type) => {
    expect(checkEvent({ ...of('x_scroll'), type })).toEqual({
      ok: false,
      why: 'type is not one that wire format 1 knows',
    })
  })

  it.each([null, undefined, 1, 'share', [], [of('share')], true])(
    'that is no object is refused (%j)',
    (value) => {
      expect(checkEvent(value)).toEqual({ ok: false, why: 'an event must be an object' })
    },
  )

  it('is never quoted in the reason', () => {
    const checked = checkEvent({ ...of('convert'), currency: 'my secret' })
    expect(JSON.stringify(checked)).not.toContain('secret')
  })
})
