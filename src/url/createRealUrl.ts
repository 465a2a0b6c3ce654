import { realUrl } from './realUrl.js'

/**
 * Makes what gives the site's own URL behind one under which another service shows the page, such as a translator. Any
 * other URL comes back as it is, and so does every one where the page stands on a host of the site.
 *
 * @param shown where the page stands, as `location` has it
 */
export function createRealUrl(
  hosts: readonly string[],
  shown: { host: string; origin: string },
): (href: string) => string {
  return (href) =>
    !hosts.includes(shown.host) && href.startsWith(`${shown.origin}/`) ? realUrl(href, hosts) : href
}
