import type { EngageEvent } from '../event/events.js'
import { listen, type Stop } from '../lib/listen.js'

/**
 * Calls `run` once there is evidence that a person is behind the page: a key or a pointer pressed, or ten seconds
 * visible. Link scanners open links and run scripts, but do neither.
 */
export function onEngage(
  run: (found: Pick<EngageEvent, 'evidence' | 'afterMs' | 'at'>) => void,
): Stop {
  /** When the page was first seen; 0 before. */
  let seenAt = 0
  let visibleSeconds = 0
  const look = (event?: Event): void => {
    if (document.visibilityState === 'visible') seenAt ||= Date.now()
    // A program can make events, but no trusted ones.
    if (event?.isTrusted && event.type !== 'visibilitychange') finish('input')
  }
  const finish = (evidence: EngageEvent['evidence']): void => {
    stop()
    const at = Date.now()
    run({ evidence, afterMs: Math.max(0, at - (seenAt || at)), at })
  }
  const timer = setInterval(() => {
    if (document.visibilityState === 'visible' && ++visibleSeconds > 9) finish('time')
  }, 1000)
  const unlisten = listen(window, 'visibilitychange pointerdown keydown', look)
  const stop = (): void => {
    clearInterval(timer)
    unlisten()
  }
  look()
  return stop
}
