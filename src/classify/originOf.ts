import { HOST_ORIGINS } from './hostOrigins.js'
import type { Origin } from './readOrigins.js'

/** No host is longer; what a header says may be. */
const MAX_HOST = 253
/** They have a host in every country: `www.google.co.uk`, `images.google.de`, `yandex.kz`, `pinterest.fr`. */
const IN_COUNTRY = /^(?:images\.)?(google|yandex|pinterest)\.(?:(?:com?\.)?[a-z]{2}|cat)$/
/** What is called so is no list's to know: mail programs on servers of firms and schools, servers of Mastodon. */
const BY_NAME: readonly (readonly [RegExp, key: string])[] = [
  [/^(?:webmail\d*|roundcube|zimbra|owa|horde|squirrelmail)\./, 'mail.google.com'],
  [/^(?:mastodon|mstdn)\./, 'mastodon.social'],
]

/**
 * Tells what the host of a referrer, or an Android package, says: `originOf('l.facebook.com')` gives
 * `{ name: 'facebook', source: 'network', kind: 'public', channel: 'facebook' }`. The longest known end counts. Undefined for
 * any other site.
 */
export function originOf(referrerHost: string): Origin | undefined {
  const host = referrerHost
    .toLowerCase()
    .replace(/^(?:[a-z-]+:\/\/)?(?:www\.)?/, '')
    .replace(/\.?(?::\d+)?(?:\/.*)?$/, '')
    .slice(-MAX_HOST)
  const [, name] = IN_COUNTRY.exec(host) ?? []
  const inCountry = name && (HOST_ORIGINS.get(`=${name}.com`) ?? HOST_ORIGINS.get(`${name}.com`))
  let origin = inCountry || HOST_ORIGINS.get(`=${host}`)
  for (let end = host; end && !origin; end = end.replace(/^[^.]*\.?/, ''))
    origin = HOST_ORIGINS.get(end)
  return origin ?? HOST_ORIGINS.get(BY_NAME.find(([pattern]) => pattern.test(host))?.[1] ?? '')
}
