/**
 * Tells whether the text inside an element can be part of a copy: rendered, visible, selectable, and in no editor, no
 * `pre`, `code` or `kbd` and no `[data-aparte-ignore]`, which are left alone.
 */
export function isCopyable(element: Element): boolean {
  const style = getComputedStyle(element)
  return (
    !element.closest('pre,code,kbd,textarea,script,style,[data-aparte-ignore]') &&
    !(element as HTMLElement).isContentEditable && // undefined outside HTML
    // `checkVisibility` came in 2022 to 2024; without it, what is not rendered counts as rendered.
    (!('checkVisibility' in element) || element.checkVisibility({ visibilityProperty: true })) &&
    (style.userSelect || style.webkitUserSelect) !== 'none'
  )
}
