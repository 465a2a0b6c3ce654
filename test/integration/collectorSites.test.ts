import { expect, it } from 'vitest'
import { allowsOrigin } from '../../examples/collector/sites/allowsOrigin.js'
import { parseSites } from '../../examples/collector/sites/parseSites.js'
import { batch, post, view } from './collectorEvents.js'
import { startCollector } from './collectorFolder.js'

const LIST = `
# site             origins
journal.example    https://journal.example https://www.journal.example  # two
Magazine.example   https://*.magazine.example
plain.example
relay.example no-origin https://relay.example; open.example *
local.example:8080 http://127.0.0.1:4310
`

const sitesOf = (text: string) => {
  const parsed = parseSites(text)
  if (!parsed.ok) throw new Error(parsed.why)
  return parsed.sites
}

it.each([
  ['journal.example', 'https://journal.example', true],
  ['JOURNAL.example', 'https://WWW.journal.example', true],
  ['journal.example', 'http://journal.example', false],
  ['journal.example', 'https://journal.example:8443', false],
  ['journal.example', 'https://journal.example.evil.example', false],
  ['journal.example', 'https://magazine.example', false],
  ['journal.example', 'null', false],
  ['journal.example', '', false],
  ['journal.example', undefined, false],
  ['magazine.example', 'https://a.b.magazine.example', true],
  ['magazine.example', 'https://.magazine.example', false],
  ['magazine.example', 'https://magazine.example', false],
  ['magazine.example', 'https://evilmagazine.example', false],
  ['magazine.example', 'http://a.magazine.example', false],
  ['plain.example', 'https://plain.example', true],
  ['plain.example', undefined, false],
  ['relay.example', undefined, true],
  ['relay.example', 'https://relay.example', true],
  ['relay.example', 'https://open.example', false],
  ['open.example', 'https://evil.example', true],
  ['open.example', undefined, true],
  ['local.example:8080', 'http://127.0.0.1:4310', true],
  ['local.example', 'http://127.0.0.1:4310', false],
  ['evil.example', 'https://evil.example', false],
  ['__proto__', 'https://journal.example', false],
])('for %s, %s may send: %s', (site, origin, allowed) => {
  expect(allowsOrigin(sitesOf(LIST), site, origin)).toBe(allowed)
})

it('a list that is only * limits nothing', () => {
  expect(parseSites('*')).toEqual({ ok: true, sites: undefined })
})

it.each([
  ['', 'The list of sites is empty.'],
  ['# nothing', 'The list of sites is empty.'],
  ['https://journal.example', '"https://journal.example" is no host of a site.'],
  ['a.example; a.example', 'The site a.example stands there twice.'],
  ['a.example b.example', '"b.example" is no origin such as https://a.example.'],
  ['a.example https://b.example/', '"https://b.example/" is no origin such as https://a.example.'],
  ['a.example https://b.example:443', '"https://b.example:443" is no origin such as'],
  ['a.example https://*', '"https://*" is no origin such as https://a.example.'],
])('says what is wrong with %j', (text, why) => {
  expect(parseSites(text)).toMatchObject({ ok: false, why: expect.stringContaining(why) as string })
})

it('a batch for a site is taken from its own origins alone, and others may come again', async () => {
  const { url, query, lines } = await startCollector(undefined, { sites: sitesOf(LIST) })
  const send = (site: string, origin?: string) =>
    post(url, batch([view()], { site }), origin ? { Origin: origin } : {})

  expect(await send('journal.example', 'https://www.journal.example')).toMatchObject({
    status: 200,
  })
  expect(await send('relay.example')).toMatchObject({ status: 200 })
  for (const [site, origin] of [
    ['journal.example', 'https://magazine.example'],
    ['journal.example', undefined],
    ['nobody.example', 'https://journal.example'],
  ] as const) {
    const { status, answer, headers } = await send(site, origin)
    expect([status, answer]).toEqual([
      // Browsers keep what was answered so, and send it again: an origin that was forgotten loses nothing.
      403,
      { error: 'This site takes no events from this origin.' },
    ])
    expect(headers.get('access-control-allow-origin')).toBe('*')
  }
  expect(lines).toEqual([
    'POST /collect 403 journal.example takes no events from https://magazine.example',
    'POST /collect 403 journal.example takes no events from no origin',
    'POST /collect 403 nobody.example takes no events from https://journal.example',
  ])
  expect(await query('select site from events order by site')).toEqual([
    { site: 'journal.example' },
    { site: 'relay.example' },
  ])
})
