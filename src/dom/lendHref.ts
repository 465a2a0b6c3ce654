import { guard } from '../lib/guard.js'
import { placeInLink } from './placeInLink.js'

/**
 * Gives a link another URL for as long as the browser takes to act on the event of this task. Then, by a zero timeout, the
 * attribute is restored as written, and `then` is called.
 */
export function lendHref(
  link: HTMLAnchorElement,
  href: string,
  then: () => void,
  report: Parameters<typeof guard>[1],
): void {
  const restore = placeInLink(link).put(href)
  try {
    setTimeout(
      guard(() => {
        restore()
        then()
      }, report),
    )
  } catch (cause) {
    restore()
    throw cause
  }
}
