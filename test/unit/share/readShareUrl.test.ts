// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest'
import { readShareUrl } from '../../../src/share/readShareUrl.js'

afterEach(() => {
  vi.unstubAllGlobals()
  document.head.innerHTML = ''
})

const PAGE = 'https://journal.example/a?x=1#top'

it.each([
  ['the address', undefined, '', PAGE],
  [
    'the canonical link',
    undefined,
    'https://www.journal.example/a',
    'https://www.journal.example/a',
  ],
  ['a relative canonical link, absolute', undefined, '/a', 'https://journal.example/a'],
  ['the address, where the canonical link names another path', undefined, '/other', PAGE],
  ['the address, where the canonical link is none', undefined, 'javascript:1', PAGE],
  ['what is given', 'https://journal.example/b', '/a', 'https://journal.example/b'],
  ['what is given, absolute', '/b?y=2', '', 'https://journal.example/b?y=2'],
  ['what is given, of another site', 'https://other.example/', '', 'https://other.example/'],
  ['the address for an empty one', '', '', PAGE],
  ['the address for one that is none', 'https://[', '', PAGE],
  ['the address for a script', 'javascript:alert(1)', '', PAGE],
  ['the address for a script in disguise', ' java\nscript:alert(1)', '', PAGE],
  ['the address for data', 'data:text/html,a', '', PAGE],
])('a button passes on %s', (_, url, canonical, expected) => {
  window.location.href = PAGE
  if (canonical) document.head.innerHTML = `<link rel="canonical" href="${canonical}">`
  expect(readShareUrl(url)).toBe(expected)
})

it.each(['#/chapter', '#!chapter'])('a button passes on the route %s', (hash) => {
  window.location.href = `https://journal.example/a${hash}`
  document.head.innerHTML = '<link rel="canonical" href="/a">'
  expect(readShareUrl()).toBe(`https://journal.example/a${hash}`)
})

it('on a server there is nothing but what is given', () => {
  vi.stubGlobal('document', undefined)
  expect([readShareUrl('https://journal.example/a'), readShareUrl()]).toEqual([
    'https://journal.example/a',
    '',
  ])
})
