/** The consent modes, from the most to the least allowing. */
export const CONSENT_MODES = ['granted', 'exempt', 'cookieless', 'pending', 'denied'] as const

/**
 * What the reader has allowed. `granted`: everything; `exempt`: events without the value of goals, stored until they are
 * sent, no own tokens and no landing on the device; `cookieless`: the same events, nothing stored; `pending`: no answer
 * yet, so events are held in memory, and copies stay clean; `denied`: nothing at all.
 */
export type ConsentMode = (typeof CONSENT_MODES)[number]

/** The check that everything passes which stores, sends, records or mints. */
export interface Gate {
  /** The mode in force. */
  mode: () => ConsentMode
  /** Whether all is allowed: own tokens and the landing on the device, the value of goals, third parties. */
  isGranted: () => boolean
  /** Whether waiting events may be stored on the device. */
  stores: () => boolean
  /** Whether events may be sent and tokens minted. */
  sends: () => boolean
  /** Whether events are recorded: to be sent, or to be held until the reader answers. */
  records: () => boolean
  /**
   * Changes the mode; a word that is none means `denied`. Returns true where storage has to lose what the new mode does
   * not allow. Not so where nothing has changed, nor where a page that stored nothing begins to wait for the answer: what
   * an earlier visit left may be allowed yet.
   */
  set: (mode: ConsentMode) => boolean
}

const EXEMPT = 1
const COOKIELESS = 2
const PENDING = 3
const DENIED = 4

/**
 * Makes the gate.
 *
 * @param start the mode at the start
 * @param respectGpc whether `granted` and `exempt` mean `cookieless` while Global Privacy Control is on
 */
export function createGate(start: ConsentMode, respectGpc: boolean): Gate {
  const { globalPrivacyControl } = navigator as { globalPrivacyControl?: boolean } // lib.dom lacks it
  const least = respectGpc && globalPrivacyControl ? COOKIELESS : 0
  let rank = 0
  const set = (mode: ConsentMode): boolean => {
    const before = rank
    rank = CONSENT_MODES.includes(mode) ? Math.max(CONSENT_MODES.indexOf(mode), least) : DENIED
    return rank !== before && (rank !== PENDING || before <= EXEMPT)
  }
  set(start)
  return {
    mode: () => CONSENT_MODES[rank] ?? 'denied',
    isGranted: () => !rank,
    stores: () => rank <= EXEMPT,
    sends: () => rank <= COOKIELESS,
    records: () => rank < DENIED,
    set,
  }
}
