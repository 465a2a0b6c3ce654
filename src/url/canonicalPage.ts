/**
 * Shortens the address of a page to what may leave it, at most 1,000 characters: origin, path, the query parameters in
 * `queryAllow` as written, and the path of a `#/` or `#!` route. `https://journal.example/a?page=2&user=7#top` with
 * `['page']` is `https://journal.example/a?page=2`.
 */
export function canonicalPage(url: URL, queryAllow: readonly string[]): string {
  const pairs = url.search
    .slice(1)
    .split('&')
    .filter((pair) => queryAllow.includes(pair.replace(/=.*/s, '')))
  const route = /^#[/!][^?&=]*/.exec(url.hash)?.[0] ?? ''
  const query = pairs.length ? `?${pairs.join('&')}` : ''
  return (url.origin + url.pathname + query + route).slice(0, 1000)
}
