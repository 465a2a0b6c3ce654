import { guard } from '../lib/guard.js'
import { strip } from '../url/strip.js'

/**
 * Takes the token out of the address bar, keeping `history.state` and every other byte: never before `load`, because
 * Firefox would drop the text fragment, and a task later, so that a router that starts on `load` comes first.
 *
 * The method is taken from the prototype: scripts that count views by wrapping `history.replaceState` see nothing. What
 * it throws is handed on: SecurityError in a sandboxed frame, or over 100 calls in 30 s (WebKit).
 */
export function stripAddress(param: string, onThrow: (cause: unknown) => void): void {
  const run = guard(() => {
    const clean = strip(location.href, { param })
    if (clean !== location.href)
      History.prototype.replaceState.call(history, history.state, '', clean)
  }, onThrow)
  if (document.readyState === 'complete') setTimeout(run)
  else addEventListener('load', () => setTimeout(run), { once: true })
}
