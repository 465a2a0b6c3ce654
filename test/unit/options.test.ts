// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import { readSettings, type Options } from '../../src/options.js'

const read = (options: object): unknown => readSettings({ endpoint: '/collect', ...options })

beforeEach(() => {
  document.head.innerHTML = ''
  window.location.href = 'http://localhost:3000/a'
})

describe('readSettings', () => {
  it('names an option that no text can be made of', () => {
    const nothing: unknown = Object.create(null)
    for (const options of [{ endpoint: nothing }, { domains: [nothing] }, { views: nothing }])
      expect(() => read(options)).toThrow(/^aparte: option /)
  })

  it('fills in the defaults', () => {
    expect(readSettings({ endpoint: '/collect' })).toMatchObject({
      endpoint: '/collect',
      site: 'localhost:3000',
      param: 'dks',
      place: 'query',
      consent: 'cookieless',
      respectGpc: true,
      chain: true,
      views: true,
      acknowledge: true,
    })
  })

  it('takes the site from the canonical link, and rather from the option', () => {
    document.head.innerHTML = '<link rel="canonical" href="https://journal.example/a">'
    expect(read({})).toMatchObject({ site: 'journal.example' })
    expect(read({ site: 'm.journal.example:8080' })).toMatchObject({
      site: 'm.journal.example:8080',
    })
  })

  it('takes the site from a canonical link that a web archive has rewritten', () => {
    document.head.innerHTML =
      '<link rel="canonical" href="https://web.archive.org/web/2026/https://journal.example/a">'
    expect(read({})).toMatchObject({ site: 'journal.example' })
  })

  it('takes no site from an address in the path of a canonical link', () => {
    document.head.innerHTML =
      '<link rel="canonical" href="https://checker.example/look/https://journal.example/a">'
    expect(read({})).toMatchObject({ site: 'checker.example' })
  })

  it('counts an option that is undefined as not given', () => {
    expect(read({ param: undefined, onError: undefined })).toMatchObject({ param: 'dks' })
  })

  it.each<[object, RegExp]>([
    [{ endpoint: undefined }, /endpoint: got ,/],
    [{ endpoint: 'collect here' }, /endpoint: got collect here, wanted/],
    [{ endpoint: 'ftp://journal.example' }, /endpoint: got ftp:/],
    [{ endpoint: 7 }, /endpoint: got 7, wanted string/],
    [{ endpiont: '/collect' }, /endpiont: .* no such option/],
    [{ gestures: 'copy' }, /gestures: got copy, wanted a list/],
    [{ domains: 'journal.example' }, /domains: .* wanted a list/],
    [{ domains: ['https://journal.example/'] }, /domains: got https:\/\/journal.example\//],
    [{ site: 'https://journal.example' }, /site: got https:/],
    [{ exclude: ['account'] }, /exclude: got account/],
    [{ param: 'copy' }, /param: got copy, wanted .*\[a-z\]\{2,8\}/],
    [{ param: 'X' }, /param: got X/],
    [{ place: 'path' }, /place: got path, wanted query\|fragment/],
    [{ consent: 'yes' }, /consent: got yes, wanted granted\|exempt\|cookieless\|pending\|denied/],
    [{ consent: null }, /consent: got null/],
    [{ chain: 'no' }, /chain: got no, wanted boolean/],
    [{ views: 2 }, /views: got 2/],
    [{ views: 0 }, /views: got 0/],
    [{ onError: 'log' }, /onError: got log, wanted function/],
  ])('refuses %j, and names option, what it got and what it wants', (options, message) => {
    expect(() => read(options)).toThrow(TypeError)
    expect(() => read(options)).toThrow(message)
  })

  it.each<object>([
    { views: 0.1 },
    { views: false },
    { endpoint: 'https://collect.example/v1?site=a' },
    { exclude: ['/account/*', '/checkout'] },
    { domains: ['m.journal.example', 'localhost:8080'] },
  ])('takes %j', (options) => expect(read(options)).toMatchObject(options))

  it('is not fooled by keys of the prototype', () => {
    const hostile = JSON.parse(
      '{"endpoint":"/collect","__proto__":{"site":"evil.example"}}',
    ) as Options
    expect(() => readSettings(hostile)).toThrow(/__proto__/)
    expect(({} as { site?: string }).site).toBeUndefined()
  })
})
