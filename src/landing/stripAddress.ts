import { detect } from '../url/detect.js'
import { stripMangled } from '../url/stripMangled.js'

/**
 * Takes the token out of the address bar, keeping `history.state` and every other byte; one that belongs there stays.
 *
 * The method is taken from the prototype: scripts that count views by wrapping `history.replaceState` see nothing.
 *
 * @throws SecurityError in a sandboxed frame, or over 100 calls in 30 s (WebKit)
 */
export function stripAddress(param: string, isInBar: (token: string) => boolean): void {
  const { href } = location
  const clean = stripMangled(href, param)
  if (clean !== href && !isInBar(detect(href, { param })?.token ?? ''))
    History.prototype.replaceState.call(history, history.state, '', clean)
}
