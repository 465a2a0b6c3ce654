import { createElement } from './createElement.js'
import { createList } from './createList.js'
import { pathOf } from './pathOf.js'
import { timeOf } from './timeOf.js'

/** What is worth saying of an event besides its channel and page. */
function detailsOf(event) {
  const { type, depth, gesture, navigation, entry, evidence, count, name } = event
  return [
    event.target && `→ ${pathOf(event.target)}`,
    type === 'share' && event.certain === false && 'offered only',
    gesture && gesture !== event.channel && `by ${gesture}`,
    depth === 0 ? 'depth unknown' : depth && `depth ${depth}`,
    navigation && navigation !== 'navigate' && navigation,
    entry && 'entry',
    evidence && `by ${evidence}`,
    event.repaired && 'repaired',
    event.damaged && 'token damaged',
    event.own && 'own',
    type === 'view' &&
      event.source &&
      [event.source, event.sourceChannel].filter(Boolean).join(' '),
    event.bot && 'program',
    type === 'lost' && `${count} given up`,
    name,
    event.automated && 'automated',
  ].filter(Boolean)
}

/**
 * The list of the last events, newest first.
 *
 * @param {Element} parent An `ol`.
 * @returns {(events: Record<string, any>[]) => void}
 */
export function createEvents(parent) {
  return createList(
    parent,
    ({ site, type, id }) => `${site} ${type} ${id}`,
    (event) => {
      const what = createElement(
        'p',
        { class: 'what' },
        createElement('b', { class: 'type', data: { type: event.type }, text: event.type }),
      )
      if (event.channel) {
        const dot = createElement('span', { class: 'dot', data: { kind: event.kind } })
        what.append(dot, createElement('span', { class: 'channel', text: event.channel }))
      }
      what.append(timeOf(event.ts))
      const where = createElement('p', {
        class: 'where',
        text: [pathOf(event.page), ...detailsOf(event)].join(' · '),
      })
      // An event never changes once it is stored.
      return { element: createElement('li', {}, what, where), update: () => {} }
    },
  )
}
