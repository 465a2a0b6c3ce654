import { parentOf } from './parentOf.js'

/** An editor also where a part of it cannot be edited, such as a picture or a mention. */
const LEFT_ALONE =
  'pre,code,kbd,textarea,script,style,[contenteditable]:not([contenteditable=false]),[data-aparte-ignore]'

/**
 * Tells whether the text inside an element can be part of a copy: rendered, visible, selectable, and in no editor, no
 * `pre`, `code` or `kbd` and no `[data-aparte-ignore]`, which are left alone, also around a shadow tree.
 */
export function isCopyable(element: Element | null): boolean {
  if (
    !element ||
    element.closest(LEFT_ALONE) ||
    (element as HTMLElement).isContentEditable || // undefined outside HTML
    // Came in 2022 to 2024; without it, what is not rendered counts as rendered.
    (element as Partial<Element>).checkVisibility?.({ visibilityProperty: true }) === false
  )
    return false
  // The property is not inherited, but `auto` means what the parent has; Firefox says `auto` where others resolve it.
  let select = 'auto'
  for (let at: Element | null = element; at && select === 'auto'; at = parentOf(at)) {
    const style = getComputedStyle(at)
    select = style.userSelect || style.webkitUserSelect || 'auto'
  }
  const { host } = element.getRootNode() as Partial<ShadowRoot>
  return select !== 'none' && (!host || isCopyable(host))
}
