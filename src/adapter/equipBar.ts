import type { BarParts } from '../share-bar/barOptions.js'
import { createShareBar } from '../share-bar/createShareBar.js'
import type { BarProps } from './barProps.js'

/**
 * Gives an element `<share-bar>` its channels and languages, and registers it, if nobody has. For every mount and update: where
 * nothing has changed, it does nothing. Bars of one page may have channels of their own.
 */
export function equipBar(bar: Element, { channels, more = [], languages }: BarProps): void {
  const parts: BarParts = { channels: [...channels, ...more], languages }
  Object.assign(bar, { parts })
  for (const [name, list] of Object.entries({ more, channels })) {
    const names = list.map(({ channel }) => channel).join(' ')
    // Each change has the element look at its parts again.
    if (names !== (bar.getAttribute(name) ?? (list === more ? '' : null)))
      bar.setAttribute(name, names)
  }
  if (!customElements.get('share-bar')) customElements.define('share-bar', createShareBar(parts))
}
