/**
 * Keeps the children of an element in step with data, one child for each key. Children stay the same elements as long as
 * their key stays, so that folds, focus and scroll positions survive an update.
 *
 * @template Item
 * @param {Element} parent Holds nothing else.
 * @param {(item: Item) => string} keyOf
 * @param {(item: Item) => { element: HTMLElement, update: (item: Item) => void }} create
 * @returns {(items: Item[]) => void} Items that were not there at the update before get the class `new`, except at the
 *   first one.
 */
export function createList(parent, keyOf, create) {
  let kept
  return (items) => {
    const next = new Map()
    for (const [index, item] of items.entries()) {
      let key = keyOf(item)
      while (next.has(key)) key += ' again'
      const row = kept?.get(key) ?? create(item)
      if (kept && !kept.has(key)) {
        const { classList } = row.element
        classList.add('new')
        // Else the highlight would start again whenever the element is moved.
        row.element.addEventListener('animationend', () => classList.remove('new'), { once: true })
      }
      row.update(item)
      next.set(key, row)
      const there = parent.children[index]
      if (there !== row.element) parent.insertBefore(row.element, there ?? null)
    }
    for (const [key, { element }] of kept ?? []) if (!next.has(key)) element.remove()
    kept = next
  }
}
