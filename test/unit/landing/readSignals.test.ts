import { describe, expect, it } from 'vitest'
import { clickOrigin } from '../../../src/classify/clickOrigin.js'
import { readSignals } from '../../../src/landing/readSignals.js'

const read = (query: string): ReturnType<typeof readSignals> =>
  readSignals(new URLSearchParams(query))

describe('readSignals', () => {
  it.each([
    'fbclid gclid gbraid wbraid dclid gad_source srsltid msclkid yclid ysclid twclid ttclid vkclid qclid sc_click_id igshid',
    'igsh mibextid li_fat_id epik mc_eid mc_cid _hsenc _hsmi mkt_tok irclickid',
  ])('names a click id that aparte/classify knows: %s', (names) => {
    for (const name of names.split(' ')) {
      expect(clickOrigin(name), name).toBeDefined()
      expect(read(`a=1&${name}=x9&b=2`), name).toEqual({ click: name, campaign: undefined })
    }
  })

  it.each(['', 'a=1&id=2', 'clid=1', 'page=fbclid', 'ref=x', `${'a'.repeat(65)}clid=1`])(
    'finds nothing in %s',
    (query) => {
      expect(read(query)).toEqual({ click: undefined, campaign: undefined })
    },
  )

  it.each([
    ['utm_source=letter&utm_medium=mail&utm_campaign=spring%202026', 'spring 2026'],
    ['utm_medium=mail&utm_source=letter', 'letter'],
    ['utm_medium=mail&utm_source=', 'mail'],
    ['utm_term=word&utm_content=banner&utm_id=7', undefined],
    ['utm_campaign=jane%40example.org&utm_source=letter', 'letter'],
    ['utm_campaign=jane%2540example.org&utm_source=letter', 'letter'],
    ['utm_campaign=jane%252540example.org', undefined],
    ['utm_campaign=40%25+off', '40% off'],
    [`utm_campaign=${'x'.repeat(300)}%40example.org`, undefined],
    [`utm_campaign=${'é'.repeat(300)}`, 'é'.repeat(200)],
    [`utm_campaign=${'😀'.repeat(300)}`, '😀'.repeat(200)],
  ])('reads of %s the campaign %s', (query, campaign) => {
    expect(read(query)).toEqual({ click: undefined, campaign })
  })

  it('reads nothing without a query', () => {
    expect(readSignals()).toEqual({ click: undefined, campaign: undefined })
  })
})
