/**
 * Shortens the address of a page to what may leave it, at most 1,000 characters: origin, path, the query parameters in
 * `queryAllow` as written, and the path of a `#/` or `#!` route. `https://journal.example/a?page=2&user=7#top` with
 * `['page']` is `https://journal.example/a?page=2`.
 *
 * @throws TypeError for what is no absolute URL
 */
export function canonicalPage(href: string, queryAllow: readonly string[]): string {
  const { origin, pathname, search, hash } = new URL(href)
  const query = search
    .slice(1)
    .split('&')
    .filter((pair) => queryAllow.includes(pair.split('=')[0] ?? ''))
    .join('&')
  const route = /^#[/!][^?&=]*/.exec(hash)?.[0] ?? ''
  return (origin + pathname + (query && `?${query}`) + route).slice(0, 1000)
}
