import { createIcon } from './createIcon.js'
import { createNode } from './createNode.js'
import type { Entry } from './readEntries.js'

/** Makes what stands for an entry: a link without an address yet, or a button that calls `onPress`. */
export function createItem(entry: Entry, onPress: () => void): HTMLElement {
  const { name, link, icon, words, pointer, isNamed, isWeb } = entry
  const item: HTMLElement = createNode(
    link ? 'a' : 'button',
    {
      'data-channel': name,
      'data-pointer': pointer,
      'data-named': isNamed && '',
      ...(link ? isWeb && { target: '_blank', rel: 'nofollow noreferrer' } : { type: 'button' }),
    },
    createIcon(icon),
    ...words.map((text, index) => (text ? createNode(index === 1 ? 'b' : 'span', {}, text) : '')),
  )
  if (!link) item.addEventListener('click', onPress)
  return item
}
