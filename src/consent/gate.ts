/** The consent modes, from the most to the least allowing. */
export const CONSENT_MODES = ['granted', 'cookieless', 'denied'] as const

/**
 * What the reader has allowed. `granted`: events, tokens and storage; `cookieless`: events and tokens, nothing stored;
 * `denied`: nothing at all, copies stay clean.
 */
export type ConsentMode = (typeof CONSENT_MODES)[number]

/** The check that everything passes which stores, sends or mints. */
export interface Gate {
  /** The mode in force. */
  mode: () => ConsentMode
  /** Whether anything may be stored on the device. */
  stores: () => boolean
  /** Whether events may be sent and tokens minted. */
  sends: () => boolean
  /** Changes the mode; a word that is none means `denied`. Returns true for a step down. */
  set: (mode: ConsentMode) => boolean
}

/**
 * Makes the gate.
 *
 * @param start the mode at the start
 * @param respectGpc whether `granted` means `cookieless` while Global Privacy Control is on
 */
export function createGate(start: ConsentMode, respectGpc: boolean): Gate {
  const { globalPrivacyControl } = navigator as { globalPrivacyControl?: boolean } // lib.dom lacks it
  const least = respectGpc && globalPrivacyControl ? 1 : 0
  let rank = 0
  const set = (mode: ConsentMode): boolean => {
    const before = rank
    rank = Math.max(CONSENT_MODES.indexOf(mode), least)
    if (!CONSENT_MODES.includes(mode)) rank = 2
    return rank > before
  }
  set(start)
  return {
    mode: () => CONSENT_MODES[rank] ?? 'denied',
    stores: () => !rank,
    sends: () => rank < 2,
    set,
  }
}
