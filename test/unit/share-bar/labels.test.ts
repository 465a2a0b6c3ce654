import { describe, expect, it } from 'vitest'
import * as languages from '../../../src/share-bar/labels.js'
import { usualChannels } from '../../../src/share-bar/usualChannels.js'
import texts from '../../corpus/labels.json' with { type: 'json' }

const { note, keys, ...written } = texts
const byTag = Object.fromEntries(
  Object.values(languages).map(({ lang, ...rest }) => [lang === 'pt-PT' ? 'pt' : lang, rest]),
)

describe('the labels', () => {
  it('are the texts of the corpus, in every language', () => {
    expect(note).toContain('{name}')
    expect(byTag).toEqual(written)
  })

  it.each(Object.entries(byTag))('name a brand where it is asked for: %s', (_, labels) => {
    expect(Object.keys(labels)).toEqual(['dir', ...keys])
    const named = Object.entries(labels).flatMap(([key, text]) =>
      text.includes('{name}') ? [key] : [],
    )
    expect(named).toEqual(['shareOn'])
  })

  it('have channels that are usual where each language is spoken', () => {
    const spoken = Object.values(languages).map(({ lang }) => lang)
    expect(Object.keys(usualChannels).toSorted()).toEqual(spoken.toSorted())
  })
})
