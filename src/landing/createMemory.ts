/**
 * What is remembered of the way in and of own tokens: on the device while the gate is open, else for the life of the
 * document.
 */
import type { Storage } from '../storage/createStorage.js'

/** The tab was entered without a token. */
export const NO_TOKEN = '-'

/** Memory of own tokens, and of the landing of the tab. */
export interface Memory {
  /** Notes a token that this browser minted, while the gate is open. */
  addOwn: (token: string) => void
  /** Tells whether this browser minted a token, as far as memory allows knowing. */
  isOwn: (token: string) => boolean
  /**
   * Notes how the tab was entered, and stores it while the gate is open. `NO_TOKEN` does not undo the landing that the tab
   * remembers; an empty text only stores what is known, after a consent that allows it.
   */
  enter: (token: string) => void
  /** The token that the tab was entered with, `NO_TOKEN`, or empty where it is not known. */
  wayIn: () => string
}

/** 50 tokens with their blanks: more shares than most readers make in a year. */
const OWN_LENGTH = 700

/**
 * Makes the memory. `ring` holds own tokens and outlives the tab, `session` does not; both are empty while the gate is
 * closed.
 */
export function createMemory(ring: Storage, session: Storage): Memory {
  let entered = ''
  const wayIn = (): string => (entered > NO_TOKEN ? entered : session.read('in') || entered)
  return {
    addOwn: (token) => ring.write('', `${ring.read('')} ${token}`.slice(-OWN_LENGTH)),
    isOwn: (token) => ring.read('').includes(token),
    enter: (token) => {
      // What only storage knows stays there: a step down makes it forgotten.
      entered = token > NO_TOKEN ? token : entered || token
      const way = wayIn()
      if (way) session.write('in', way)
    },
    wayIn,
  }
}
