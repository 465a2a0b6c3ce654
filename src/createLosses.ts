/**
 * Counts the events that were given up, and tells the site of each, and the collector of how many.
 */
import type { AparteEvent, LostEvent } from './event/events.js'
import type { Host } from './extension.js'
import { guard } from './lib/guard.js'
import type { Settings } from './options.js'

/** What was given up, and not told yet. */
export interface Losses {
  /** Notes an event, as JSON, that was given up. */
  drop: (json: string, why: LostEvent['why']) => void
  /** Records what was lost, one event for each reason. */
  tell: () => void
  /** Forgets what was lost: nothing may be told of it. */
  forget: () => void
}

/** Makes what counts losses. */
export function createLosses(
  { onDrop }: Pick<Settings, 'onDrop'>,
  { track, report }: Pick<Host, 'track' | 'report'>,
): Losses {
  const lost = new Map<LostEvent['why'], number>()
  const lose = (why: LostEvent['why'], count: number): void => {
    lost.set(why, (lost.get(why) ?? 0) + count)
  }
  return {
    drop: (json, why) => {
      const event = JSON.parse(json) as AparteEvent // written by us
      if (event.type !== 'lost') lose(why, 1)
      // It had no room and is told later; one that was refused would be refused again.
      else if (why === 'full') return lose(event.why, event.count)
      guard(onDrop, report)(event, why)
    },
    tell: () => {
      const told = [...lost]
      lost.clear()
      for (const [why, count] of told) track({ type: 'lost', why, count })
    },
    forget: () => lost.clear(),
  }
}
