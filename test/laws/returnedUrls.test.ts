import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { channels } from '../../src/channel/channels.js'
import { mintToken } from '../../src/token/mintToken.js'
import { detect } from '../../src/url/detect.js'
import { isDamaged } from '../../src/url/isDamaged.js'
import { fill } from '../corpus/fill.js'

/**
 * What gateways, redirects, mail, markup and people make of URLs, and what is no token: our own collection, beside
 * `mangled-urls.jsonl`. `token`: it is found · `damaged`: it is told to be damaged · `none`: neither · `refuse`: not found.
 */
const rows = readFileSync(new URL('../corpus/returned-urls.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [group = '', wanted = '', , landed = ''] = line.split('\t')
    return { group, wanted, landed: String(JSON.parse(`"${landed}"`)) }
  })

/** Without equal neighbours, and not like a hex id: such a token could be swapped, or cut, without a trace. */
const tokens = channels
  .map((channel, index) => mintToken(channel, index % 8))
  .filter((token) => !/(.)\1/.test(token) && /[g-z]/.test(token.slice(2)))
  .filter((token) => /^.[a-z0-9]*[a-z]/.test(token))
  .slice(0, 3)
const PARAMS = ['dks', 'vb']

/** As somebody wrote it, and as a browser hands it over, if it is an absolute URL. */
const formsOf = (href: string): string[] =>
  URL.canParse(href) ? [href, new URL(href).href] : [href]
const isInQuery = (href: string, pair: string): boolean =>
  (/^[^#?]*\?([^#]*)/.exec(href)?.[1] ?? '').split('&').includes(pair)

const faultOf = (href: string, param: string, token: string, wanted: string): string => {
  const found = detect(href, { param })
  const damaged = isDamaged(href, { param })
  if (found && damaged) return 'both a token and damaged'
  if (wanted !== 'token') {
    if (found) return 'found a token'
    return wanted !== 'refuse' && damaged !== (wanted === 'damaged') ? `damaged is ${damaged}` : ''
  }
  if (found?.token !== token) return `found ${found?.token}`
  return found.repaired === isInQuery(href, `${param}=${token}`) ? 'repaired is wrong' : ''
}

/** What is wrong with rows in these forms; empty where all is well. */
const faultsOf = (
  given: typeof rows,
  withForms: (href: string) => string[],
  params = PARAMS,
): string[] =>
  given.flatMap(({ landed, wanted }) =>
    params.flatMap((param) =>
      tokens.flatMap((token) =>
        withForms(fill(landed, param, token)).flatMap((href) => {
          const fault = faultOf(href, param, token, wanted)
          return fault ? [`${href}: ${fault}, not ${wanted}`] : []
        }),
      ),
    ),
  )

describe('a URL that came back', () => {
  const groups = [...new Set(rows.map(({ group }) => group))]

  it.each(groups)('is read as it should be: %s', (group) => {
    expect(tokens.length).toBe(3)
    const given = rows.filter((row) => row.group === group)
    expect(faultsOf(given, formsOf)).toEqual([])
  })

  // What is plain in one of several places is no longer so when all of it is encoded.
  const told = rows.filter(({ wanted, group }) => wanted === 'token' && group !== 'several')

  it.each([1, 2, 3])('keeps its token when it is wrapped in another, encoded %i times', (times) => {
    const wrap = (href: string): string[] => {
      let inner = href
      for (let i = 0; i < times; i++) inner = encodeURIComponent(inner)
      return [`https://gate.example/?x=1&u=${inner}&z=2`]
    }
    expect(faultsOf(told, wrap, ['dks'])).toEqual([])
  })

  it('keeps its token when it is copied out of markup', () => {
    expect(faultsOf(told, (href) => [href.replace(/&/g, '&amp;')], ['dks'])).toEqual([])
  })
})
