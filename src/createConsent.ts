/**
 * Switches what the reader allows: deletes what may not be stored any more, and lets go on what may.
 */
import type { Gate } from './consent/gate.js'
import type { Outbox } from './delivery/outbox.js'
import type { Storage } from './storage/createStorage.js'
import type { Tracker } from './surface.js'

/** What the switch needs of the tracker. */
export interface ConsentOptions {
  gate: Gate
  /** What a step down empties. */
  areas: readonly Storage[]
  outbox: Outbox
  /** Does what is left to do, after a consent that allows more. */
  wake: () => void
}

/** Makes the tracker's `consent`. */
export function createConsent({ gate, areas, outbox, wake }: ConsentOptions): Tracker['consent'] {
  return (mode) => {
    if (gate.set(mode)) {
      for (const area of areas) area.clear()
      outbox.unstore(!gate.sends())
    }
    wake()
  }
}
