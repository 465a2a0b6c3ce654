import type { BarParts } from '../share-bar/barOptions.js'
import { createShareBar, type ShareBarElement } from '../share-bar/createShareBar.js'
import { findLabels } from '../share-bar/findLabels.js'
import type { ShareLabels } from '../share-bar/shareLabels.js'
import type { BarProps } from './barProps.js'

/** What an element has got. */
interface Equipment extends BarParts {
  labels: ShareLabels
}

/**
 * Gives an element `<share-bar>` its channels and languages, and registers it, if nobody has. For every mount and update: where
 * nothing has changed, it does nothing. Bars of one page may have channels of their own.
 */
export function equipBar(bar: Element, props: BarProps): void {
  const { channels, more = [], languages, lang = '' } = props
  const element = bar as ShareBarElement & { parts?: Equipment } // nobody else sets them here
  const labels = findLabels(languages, lang)
  const lists = Object.entries({ more, channels }).map(
    ([name, list]) => [name, list.map(({ channel }) => channel).join(' ')] as const,
  )
  const { parts: last } = element
  const isSame = lists.every(([name, names]) => names === bar.getAttribute(name))
  const parts: Equipment = { channels: [...channels, ...more], languages, labels }
  element.parts = parts
  if (last?.labels === labels && isSame) return
  if (last) {
    // The element keeps links that it has not made: here those of the server, for other channels or in another language.
    bar.replaceChildren()
    bar.removeAttribute('channels')
  }
  // Each change has the element look at its parts again.
  for (const [name, names] of lists) bar.setAttribute(name, names)
  if (!customElements.get('share-bar')) customElements.define('share-bar', createShareBar(parts))
}
