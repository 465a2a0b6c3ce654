/**
 * The part of a page's address that tells it from others: `https://journal.example/a/b#/c` → `/a/b#/c`. What is no URL is
 * shown as it is.
 *
 * @param {unknown} page
 */
export function pathOf(page) {
  try {
    const { pathname, search, hash } = new URL(String(page))
    return pathname + search + hash
  } catch {
    return String(page)
  }
}
