import { createElement } from './createElement.js'
import { createList } from './createList.js'

const MEASURES = ['shares', 'landings', 'people']

/** What a kind means, said where it is counted. */
const MEANINGS = {
  private: 'messengers, mail',
  blind: 'unseen where to',
  public: 'open networks',
  later: 'kept for later',
  other: 'print and the rest',
}

/**
 * A table of counts with a bar under each number; all bars of a table have one scale.
 *
 * @param {Element} parent A `tbody`.
 * @param {'channel' | 'kind'} by
 * @returns {(rows: Record<string, string | number>[]) => void}
 */
export function createCounts(parent, by) {
  let most = 1
  const create = (row) => {
    const cells = MEASURES.map((measure) => {
      const number = createElement('span', { class: 'number' })
      const bar = createElement('span', { class: 'bar', data: { measure } })
      return { measure, number, bar, cell: createElement('td', {}, number, bar) }
    })
    const note = by === 'kind' ? MEANINGS[row.kind] : row.kind
    const head = createElement(
      'th',
      {},
      createElement('span', { class: 'dot', data: { kind: row.kind } }),
      createElement('span', { text: row[by] }),
      createElement('small', { text: note ?? '' }),
    )
    head.setAttribute('scope', 'row')
    return {
      element: createElement('tr', {}, head, ...cells.map(({ cell }) => cell)),
      update: (row) => {
        for (const { measure, number, bar } of cells) {
          number.textContent = row[measure]
          bar.style.setProperty('--part', row[measure] / most)
        }
      },
    }
  }
  const update = createList(parent, (row) => `${row.kind} ${row[by]}`, create)
  return (rows) => {
    most = Math.max(1, ...rows.flatMap((row) => MEASURES.map((measure) => row[measure])))
    update(rows)
  }
}
