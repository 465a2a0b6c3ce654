import { MAX_URL_LENGTH } from './param.js'
import { parseUrl } from './parseUrl.js'

/**
 * Makes the check whether an absolute URL belongs to the site: http or https, one of its hosts, no user info, a path
 * that is not excluded, at most 8,192 characters. Never throws.
 *
 * @param hosts with their ports where these are not the default ones
 * @param isExcluded tells of a path whether it is to be left alone
 */
export function createIsOwn(
  hosts: readonly string[],
  isExcluded: (path: string) => boolean,
): (href: string) => boolean {
  return (href) => {
    const url = href.length > MAX_URL_LENGTH ? undefined : parseUrl(href)
    return (
      !!url &&
      url.protocol.startsWith('http') &&
      hosts.includes(url.host) &&
      !url.username &&
      !url.password &&
      !isExcluded(url.pathname)
    )
  }
}
