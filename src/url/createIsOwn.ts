import { MAX_URL_LENGTH } from './param.js'
import { parseUrl } from './parseUrl.js'

/** Which URLs are the site's. */
export interface OwnRules {
  /** Hosts, with their ports where these are not the default ones. */
  hosts: readonly string[]
  /** Tells of a path whether the site has excluded it. */
  isExcluded: (path: string) => boolean
}

/**
 * Makes the check whether an absolute URL belongs to the site: http or https, one of its hosts, no user info, not
 * excluded, at most 8,192 characters. Never throws.
 */
export function createIsOwn({ hosts, isExcluded }: OwnRules): (href: string) => boolean {
  return (href) => {
    const url = href.length > MAX_URL_LENGTH ? undefined : parseUrl(href)
    return (
      !!url &&
      /^https?:$/.test(url.protocol) &&
      hosts.includes(url.host) &&
      !url.username &&
      !url.password &&
      !isExcluded(url.pathname)
    )
  }
}
