/**
 * Hides or shows the page that it runs in. Not by a tab behind another one: drivers keep every page visible. Everything that looks at
 * visibility sees the same.
 */
export const setVisibility = (state: 'hidden' | 'visible'): void => {
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state })
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
}
