import { parseUrl } from './parseUrl.js'

/** A host under Google's translator. */
const TRANSLATED = /^https?:\/\/([^/.]+)\.translate\.goog(:\d+)?/
/** What the translator and AMP caches add to a query. */
const ADDED = /([?&])(?:(?:_x_tr_|amp_|usqp=)[^&#]*(?:&|(?=#|$)))+/g

/**
 * Gives the site's own URL that another service shows under a URL of its own: `https://journal.example/a` for
 * `https://journal-example.translate.goog/a?_x_tr_sl=fr`, for `https://journal-example.cdn.ampproject.org/c/s/journal.example/a`
 * in an AMP cache, and for `https://web.archive.org/web/2026/https://journal.example/a` in a web archive. Any other URL comes
 * back as it is.
 *
 * Sources: Google Search Central, "Enabling ad networks to work with translation"; the AMP cache URL format.
 */
export function realUrl(href: string, hosts: readonly string[]): string {
  const names = hosts.map((host) => host.replace(/\W/g, '\\$&')).join('|')
  const inPath = `^https?://[^/?#]+(?:/[^?#]*?)?(?:/|(https?):/+)(${names})(?=[/?#]|$)`
  const real = href
    .replace(TRANSLATED, (_, label: string) => {
      const coded = label.replace(/^1-/, '').replace(/^0-/, 'xn----')
      const host = coded.replace(/\b-\b/g, '.').replace(/--/g, '-')
      return `http${/[?&]_x_tr_sch=http\b/.test(href) ? '' : 's'}://${host}`
    })
    .replace(RegExp(inPath), (_, scheme = 'https', host = '') => `${scheme}://${host}`)
  return real !== href && hosts.includes(parseUrl(real)?.host ?? '')
    ? real.replace(ADDED, '$1').replace(/[?&](?=#|$)/, '')
    : href
}
