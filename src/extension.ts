/**
 * What a gesture, or anything else that plugs into a tracker, gets and gives.
 */
import type { Channel } from './channel/channels.js'
import type { ConsentMode } from './consent/gate.js'
import type { Place } from './dom/decoratePlaces.js'
import type { Report } from './errors.js'
import type { AparteEvent, BaseEvent, Gesture } from './event/events.js'
import type { Stop } from './lib/listen.js'
import type { Settings } from './options.js'
import type { Tracker } from './surface.js'

/** A share under way. Two phases, because a share sheet can be cancelled: decorate first, commit when it went out. */
export interface Share {
  /** The token of this gesture, used for every own URL in it. */
  token: string
  /** Puts the token into an own URL; one that already carries a token minted on this page comes back as it is. */
  decorate: (url: string) => string
  /** Records the share, once. `certain` is false where the token was only offered. Default true. */
  commit: (certain?: boolean) => void
}

/** An event as its maker gives it: the tracker adds id, load, page and mode, and the time where it is not earlier. */
export type Draft<Event extends AparteEvent = AparteEvent> = Event extends AparteEvent
  ? Omit<Event, Exclude<keyof BaseEvent, 'rate'>> & { at?: number }
  : never

/** Adds something to what a copy of these ranges writes; undefined for nothing. */
export type Addition = (ranges: readonly Range[]) => Place | undefined

/** What a tracker offers to its extensions. */
export interface Host {
  tracker: Tracker
  settings: Settings
  /** The hosts of what may be own URLs: `site`, `domains`, and that of the page. */
  hosts: readonly string[]
  /** What extensions add to a copy; the copy gesture asks each of them. */
  additions: Addition[]
  /** Tells whether an absolute URL belongs to the site. */
  isOwn: (href: string) => boolean
  /** Takes the token out of a URL. */
  strip: (url: string) => string
  /** The consent mode in force. Only in `granted` may a destination tell a third party of an event. */
  mode: () => ConsentMode
  /** Whether consent and the site's `exclude` allow shares and events now; a cheap question. */
  isOpen: () => boolean
  /** Calls `run` whenever the site has said what the reader allows, once that is done. */
  onConsent: (run: () => void) => Stop
  /** Begins a share; undefined where consent or the site's `exclude` do not allow one. */
  begin: (gesture: Gesture, channel: Channel) => Share | undefined
  /** Records an event; while the reader has not answered, it is held. */
  track: (draft: Draft) => void
  /** Sends what waits, now. */
  deliver: () => void
  /** Hands an error to the site. */
  report: Report
}

/** What the copy gesture needs of it. */
export type CopyHost = Pick<Host, 'additions' | 'hosts' | 'isOpen' | 'isOwn' | 'begin' | 'report'>

/** Anything that plugs into a tracker: called once at the start, it returns what takes it away again. */
export type Extension = (host: Host) => Stop
