import { describe, expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { detect } from '../../../src/url/detect.js'
import { stripMangled } from '../../../src/url/stripMangled.js'
import { fill } from '../../corpus/fill.js'

const T = 'jj17jrxfr3m34'
const OTHER = 'g0gc6vye2xp5e'
const A = 'https://journal.example/a'

describe('stripMangled', () => {
  it.each([
    // As written.
    [`?x=1&dks=${T}&y=%C3%A9#top`, '?x=1&y=%C3%A9#top'],
    // Entities.
    [`?x=1&amp;dks=${T}`, '?x=1'],
    [`?x=1&amp;amp;dks=${T}&y=2`, '?x=1&y=2'],
    [`?x=1&#038;dks=${T}`, '?x=1'],
    [`?x=1%26amp%3Bdks=${T}`, '?x=1'],
    [`?amp;dks=${T}&x=1`, '?x=1'],
    // Glued to it.
    [`?dks=${T}.`, ''],
    [`?x=1&dks=${T}).&y=2`, '?x=1&y=2'],
    [`?dks=${T}%E2%80%9D&y=2#top`, '?y=2#top'],
    [`?dks=${T}%20Read%20this`, ''],
    [`?dks=%22${T}%22`, ''],
    [`?dks=3D${T}`, ''],
    [`?DKS=${T.toUpperCase()}&X=1`, '?X=1'],
    // Broken.
    [`?x=1&dks=${T.slice(0, 6)}%E2%80%8B${T.slice(6)}`, '?x=1'],
    [`?dks=${T.slice(0, 6)}=%0D%0A${T.slice(6)}&x=1`, '?x=1'],
    // Encoded.
    [`?x=1%26dks%3D${T}`, '?x=1'],
    [`?x=1%26dks%3D${T}%26y%3D2`, '?x=1%26y%3D2'],
    [`?x=1%26dks%3D${T}&y=2`, '?x=1&y=2'],
    [`?x%3D1%2526dks%253D${T}`, '?x%3D1'],
    [`%3Fdks%3D${T}`, ''],
    [`%3Fdks%3D${T}?utm_source=x`, '?utm_source=x'],
    [`%3Fdks%3D${T}%26x%3D1`, '%3Fx%3D1'],
    [`%253Fdks%253D${T}`, ''],
    // In the fragment.
    [`#top&dks=${T}`, '#top'],
    [`#dks=${T}.`, ''],
    [`#dks=${T}&x=1`, '#x=1'],
    [`#/route?dks=${T}`, '#/route'],
    [`#/route?dks=${T}&x=1`, '#/route?x=1'],
    [`#/route?x=/y&dks=${T}`, '#/route?x=/y'],
    [`#:~:text=a/b&dks=${T}`, '#:~:text=a/b'],
    [`?x=1?dks=${T}`, '?x=1'],
    // Behind a second question mark.
    [`?dks=${T}?utm_source=x&y=2`, '?utm_source=x&y=2'],
    [`?dks=${T};`, ''],
    [`?dks=${T}/`, ''],
    // Two of them.
    [`?dks=${OTHER}&amp;dks=${T}`, ''],
    [`?amp;dks=${OTHER}&dks=${T}&x=1`, '?x=1'],
  ])('takes the token out of %s', (from, to) => {
    expect(stripMangled(A + from, 'dks')).toBe(A + to)
  })

  it.each([
    '?x=1&&y=&=#',
    '?dks=summer2026',
    `?dks=${T}0`,
    // In the value of a parameter.
    `?next=https%3A%2F%2Fjournal.example%2Fb%3Fdks%3D${T}`,
    `?next=%2Fb%3Fx%3D1%26dks%3D${T}%26y%3D2`,
    `?next=/b?dks=${T}`,
    `#/go?to=%2Fb%3Fdks%3D${T}`,
    // With something behind it, or before it.
    `?dks=${T}/b`,
    `?dks=${T}%26x%3D1`,
    `?x=1&amp;dks=${T}?utm_source=x`,
    `%3Fdks%3D${T}&x=1`,
    `?x=1|dks=${T}`,
    `?x=1;dks=${T}`,
    `/dks=${T}`,
  ])('leaves %s alone', (url) => {
    expect(stripMangled(A + url, 'dks')).toBe(A + url)
  })

  const rows = readFileSync(new URL('../../corpus/mangled-urls.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { class: string; landed: string })

  it('takes away the pair alone, whatever has been done to the URL', () => {
    const left = new Map<string, string[]>()
    for (const row of rows) {
      const url = fill(row.landed, 'dks', T)
      const clean = stripMangled(url, 'dks')
      // What stands before the token stays, and so does what stands behind it.
      const begins = [...url].findIndex((sign, i) => sign !== clean[i])
      const tail = clean.slice(begins)
      if (clean !== url) expect(url.endsWith(tail), `${url} became ${clean}`).toBe(true)
      if (detect(clean)) left.set(row.class, [...(left.get(row.class) ?? []), url])
    }
    // Values of parameters, signs that nobody knows for one, and words that may be a path or another pair.
    expect([...left.keys()].sort()).toEqual([
      'full-width',
      'glued-delim',
      'html-entity',
      'invisible',
      'markup',
      'nested',
      'percent-encoding',
      'proxy-viewer',
      'quoted-printable',
      'second-question-mark',
      'separator',
      'trailing-encoded',
    ])
    expect([...left.values()].flat().length).toBeLessThan(50)
  })
})
