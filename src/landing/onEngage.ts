import type { EngageEvent } from '../event/events.js'
import { listen, type Stop } from '../lib/listen.js'

/**
 * Calls `run` once there is evidence that a person is behind the page: a key or a pointer pressed, or ten seconds
 * visible. Link scanners open links and run scripts, but do neither.
 */
export function onEngage(run: (found: Pick<EngageEvent, 'evidence' | 'afterMs'>) => void): Stop {
  const startedAt = Date.now()
  let visibleSeconds = 0
  const finish = (evidence: EngageEvent['evidence']): void => {
    stop()
    run({ evidence, afterMs: Math.max(0, Date.now() - startedAt) })
  }
  const timer = setInterval(() => {
    if (document.visibilityState === 'visible' && ++visibleSeconds > 9) finish('time')
  }, 1000)
  const unlisten = listen(window, 'pointerdown keydown', (event) => {
    if (event.isTrusted) finish('input')
  })
  const stop = (): void => {
    clearInterval(timer)
    unlisten()
  }
  return stop
}
