import type { EngageEvent } from '../event/events.js'

/** What trackers with the same parameter share on one document. */
export interface PageMark {
  running?: boolean
  /**
   * Set once the landing or view of this load is counted, which happens once, whatever is stopped and started again: what
   * an engage event says of it, or `true` where it was not sampled.
   */
  arrived?: Pick<EngageEvent, 'arrival'> | true
  /** Whether there was evidence of a person, which is told once. */
  engaged?: boolean
  /** What the running tracker offers to extensions: buttons and adapters find it here, whoever has started it. */
  host?: object
  /** Id of that landing or view; empty where only `aparte/copy` has run. */
  load: string
}

/**
 * Claims the document for a tracker: undefined while another one runs for the same parameter, be it of another copy of
 * the library. The marks are found under `window[Symbol.for('aparte')]`.
 */
export function claimPage(param: string, load: string): PageMark | undefined {
  const key = Symbol.for('aparte')
  const page = window as { [key]?: Record<string, PageMark> } // our own symbol; nobody else writes there
  const mark = ((page[key] ??= {})[param] ??= { load })
  if (mark.running) return undefined
  mark.load ||= load
  mark.running = true
  return mark
}
