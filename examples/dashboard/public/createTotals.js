import { createElement } from './createElement.js'
import { createList } from './createList.js'

/** What is shown on top, in this order, and what it means. */
const TOTALS = [
  ['shares', 'Shares', 'links taken away'],
  ['landings', 'Landings', 'pages opened with one'],
  ['people', 'People', 'landings with a person behind'],
  ['views', 'Views', 'pages shown otherwise'],
  ['lost', 'Lost', 'events given up'],
]

const NUMBER = new Intl.NumberFormat('en-GB')

/**
 * The figures on top.
 *
 * @param {Element} parent A `dl`.
 * @returns {(totals: Record<string, number>) => void}
 */
export function createTotals(parent) {
  const update = createList(
    parent,
    ([key]) => key,
    ([key, label, meaning]) => {
      const value = createElement('dd', { class: 'value' })
      const element = createElement(
        'div',
        { data: { total: key } },
        createElement('dt', { text: label }),
        value,
        createElement('dd', { class: 'meaning', text: meaning }),
      )
      return {
        element,
        update: ([, , , number]) => {
          value.textContent = NUMBER.format(number)
        },
      }
    },
  )
  return (totals) => update(TOTALS.map((total) => [...total, totals[total[0]] ?? 0]))
}
