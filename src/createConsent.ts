/**
 * Switches what the reader allows: deletes what may not be stored any more, and lets go on what may.
 */
import { HELD } from './consent/fitEvent.js'
import { CONSENT_MODES, type Gate } from './consent/gate.js'
import type { Losses } from './createLosses.js'
import type { Outbox } from './delivery/outbox.js'
import type { Host } from './extension.js'
import { guard } from './lib/guard.js'
import type { Storage } from './storage/createStorage.js'
import type { Tracker } from './surface.js'

/** What the switch needs of the tracker. */
export interface ConsentOptions extends Pick<Host, 'report'> {
  gate: Gate
  /** What is emptied where the gate is closed for it. */
  areas: readonly Storage[]
  outbox: Outbox
  losses: Losses
  /** Does what is left to do, after a consent that allows more. */
  wake: () => void
  /** Tells listeners of an event, as JSON, that was held. */
  emit: (json: string) => void
}

/** Makes the tracker's `consent`, and what hears of it. */
export function createConsent(
  options: ConsentOptions,
): Pick<Tracker, 'consent'> & Pick<Host, 'onConsent'> {
  const { gate, areas, outbox, losses, wake, emit, report } = options
  const all = new Set<() => void>()
  const consent: Tracker['consent'] = (mode) => {
    if (gate.set(mode)) areas.forEach((area) => area.clear())
    if (!gate.records()) {
      outbox.forget()
      losses.forget()
    }
    const held: string[] = []
    outbox.refit(!gate.isGranted(), (before, after) => {
      if (before !== after && before.includes(HELD)) held.push(after)
    })
    wake()
    held.forEach((json) => emit(json))
    all.forEach((run) => run())
    if (!CONSENT_MODES.includes(mode)) report('usage', `consent: ${mode}`)
  }
  return {
    consent: guard(consent, report),
    onConsent: (run) => {
      all.add(run)
      return () => void all.delete(run)
    },
  }
}
