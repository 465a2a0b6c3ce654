/**
 * The public surface of a tracker.
 */
import type { Channel, Kind } from './channel/channels.js'
import type { ConsentMode } from './consent/gate.js'
import type { AparteEvent } from './event/events.js'
import type { Stop } from './lib/listen.js'

/** How the reader arrived, where it was by a token. */
export interface Landing {
  token: string
  channel: Channel
  kind: Kind
  depth: number
  /** `true` where the plain query did not hold the token as written. */
  repaired: boolean
}

/** What a goal may say besides its name. */
export interface Goal {
  /** Together with `currency`; sent in mode `granted` only. */
  value?: number
  /** ISO 4217 code, such as `EUR`. */
  currency?: string
  /** The site's own key, such as an order number: at most 200 characters. */
  key?: string | number
}

/** A running tracker. None of its methods throws; a wrong call is reported to `onError` as `usage`. */
export interface Tracker {
  /** How the reader arrived; known at once, and undefined without a token, and while consent is pending or denied. */
  readonly landing: Landing | undefined
  /**
   * Records a share of this page, or of another own URL, and returns the decorated URL: for event handlers, never for
   * rendering. A URL that is not the site's, or that may not be decorated now, comes back as it is.
   */
  share: (channel: Channel, url?: string) => string
  /** Records a goal, such as `convert('subscribe')`; a name has 1 to 100 characters. */
  convert: (name: string, goal?: Goal) => void
  /**
   * Calls `listener` for each later event of the type, once it is made, or once the reader allows what was held. The
   * landing or view of this load is replayed to late listeners. Returns what takes the listener away.
   */
  on: <Type extends AparteEvent['type']>(
    type: Type,
    listener: (event: Extract<AparteEvent, { type: Type }>) => void,
  ) => Stop
  /**
   * Changes what the reader allows. What the new mode does not allow on the device is deleted in the same task, and what
   * was held while consent was pending is recorded, or dropped. A word that is none means `denied`, and is reported.
   */
  consent: (mode: ConsentMode) => void
  /**
   * The reader's own recent tokens, the oldest first: up to 50 of this browser in mode `granted`, and those of this
   * document. Ask before a step down, to have a collector erase what belongs to them. Empty while consent is pending or
   * denied.
   */
  tokens: () => string[]
  /** Sends what waits, now. Resolves when nothing is under way any more, also where it failed. */
  flush: () => Promise<void>
  /** Ends the tracker: what waits is sent, and the page is left as it was. */
  stop: () => void
}
