import { createElement } from './createElement.js'
import { createList } from './createList.js'

/** What visits are told apart by, in this order; they are never added up across two of these. */
const GROUPS = [
  ['AB', 'Measured', 'by the token of a share'],
  ['C', 'Named', 'by a referrer, a click id or a campaign'],
  ['D', 'Hinted at', 'by an app, or by what was left of a token'],
  ['E', 'Inferred', 'dark social: a deep page, and nothing says where from'],
  ['F', 'Direct', 'nothing says where from'],
]

const NAMES = {
  token: 'share links',
  campaign: 'campaigns',
  search: 'search engines',
  assistant: 'AI assistants',
  site: 'other sites',
  network: 'other networks',
  app: 'other apps',
  damaged: 'damaged tokens',
  inferred: 'dark social',
  direct: 'direct',
}

const NUMBER = new Intl.NumberFormat('en-GB')
/** Names in one group; the rest is told together. */
const MOST_NAMES = 6

const sum = (rows, measure) => rows.reduce((total, row) => total + row[measure], 0)

/** What a group is made of, most first: its channels, and each source as far as no channel is known. */
function partsOf(sources, origins) {
  const named = new Map()
  const add = (name, kind, arrivals) => {
    const part = named.get(name) ?? { name, kind, arrivals: 0 }
    part.arrivals += arrivals
    named.set(name, part)
  }
  for (const { channel, kind, arrivals } of origins) add(channel, kind, arrivals)
  for (const { source, confidence, arrivals } of sources) {
    const known = origins.filter((row) => row.source === source && row.confidence === confidence)
    const left = arrivals - sum(known, 'arrivals')
    if (left > 0) add(NAMES[source] ?? source, undefined, left)
  }
  return [...named.values()].sort((a, b) => b.arrivals - a.arrivals)
}

/**
 * Where visits came from: one row for each degree of certainty, with its number of visits and of people and what it is made of.
 *
 * @param {Element} parent A `tbody`.
 * @returns {(snapshot: { sources: Record<string, any>[], origins: Record<string, any>[] }) => void}
 */
export function createSources(parent) {
  let most = 1
  const create = ({ key, label, meaning }) => {
    const parts = createElement('p', { class: 'parts' })
    const head = createElement(
      'th',
      {},
      createElement('b', { text: label }),
      createElement('small', { text: meaning }),
      parts,
    )
    head.setAttribute('scope', 'row')
    const cells = ['arrivals', 'people'].map((measure) => {
      const number = createElement('span', { class: 'number' })
      const bar = createElement('span', { class: 'bar', data: { measure } })
      return { measure, number, bar, cell: createElement('td', {}, number, bar) }
    })
    return {
      element: createElement('tr', { data: { sure: key } }, head, ...cells.map(({ cell }) => cell)),
      update: (group) => {
        for (const { measure, number, bar } of cells) {
          number.textContent = NUMBER.format(group[measure])
          bar.style.setProperty('--part', group[measure] / most)
          bar.hidden = !group[measure]
        }
        const rest = sum(group.parts.slice(MOST_NAMES), 'arrivals')
        const shown = group.parts.slice(0, MOST_NAMES)
        if (rest) shown.push({ name: 'more', arrivals: rest })
        // One part would only repeat the row.
        parts.hidden = shown.length < 2 && !shown[0]?.kind
        parts.replaceChildren(
          ...shown.map(({ name, kind, arrivals }) =>
            createElement(
              'span',
              {},
              createElement('span', { class: 'dot', data: { kind: kind ?? 'none' } }),
              createElement('span', { text: `${name} ${NUMBER.format(arrivals)}` }),
            ),
          ),
        )
      },
    }
  }
  const update = createList(parent, ({ key }) => key, create)
  return ({ sources, origins }) => {
    const groups = GROUPS.map(([key, label, meaning]) => {
      const isIn = ({ confidence }) => key.includes(confidence)
      const rows = sources.filter(isIn)
      const figures = { arrivals: sum(rows, 'arrivals'), people: sum(rows, 'people') }
      return { key, label, meaning, ...figures, parts: partsOf(rows, origins.filter(isIn)) }
    })
    most = Math.max(1, ...groups.map(({ arrivals }) => arrivals))
    update(groups)
  }
}
