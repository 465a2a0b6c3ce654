import { createNode } from './createNode.js'

/**
 * Shows a field with the URL before what is said of it, selected and ready to be copied by hand; or takes it away. The copy
 * gesture adds the token.
 */
export function showField(bar: HTMLElement, shown?: { url: string; label: string }): void {
  bar.querySelector(':scope > input')?.remove()
  if (!shown) return
  const { url, label } = shown
  const field = createNode('input', { readonly: '', value: url, 'aria-label': label })
  bar.querySelector('[role=status]')?.before(field)
  field.focus()
  field.select()
}
