/**
 * The events of wire format version 1, a public API. `fields.ts` holds the same shapes as data for the validator and the
 * JSON Schema; a type test keeps both equal.
 */
import type { Channel, Kind } from '../channel/channels.js'

/** What the reader has allowed at the time of an event, or had answered when one that was held was sent. */
export type EventMode = 'granted' | 'exempt' | 'cookieless'

/** What the reader did to pass a link on. */
export type Gesture =
  | 'copy'
  | 'field'
  | 'write'
  | 'link'
  | 'open'
  | 'native'
  | 'context'
  | 'drag'
  | 'bar'
  | 'api'

/** Fields of every event. */
export interface BaseEvent {
  /** nanoid of 21 characters; collectors drop repeats by it. */
  id: string
  /** Milliseconds since 1970, device clock. */
  at: number
  /** Id of the landing or view that this page load began with; absent on that event itself. */
  load?: string
  /** Own URL of the page with allowed query parameters only, at most 1,000 characters. */
  page: string
  mode: EventMode
  /** `true` where the browser says that a program drives it; absent otherwise. */
  automated?: true
  /** Share of loads that are sampled, above 0 and up to 1; absent means 1. */
  rate?: number
}

/** One gesture that handed out one token. */
export interface ShareEvent extends BaseEvent {
  type: 'share'
  /** 13 characters; see `mintToken`. */
  token: string
  channel: Channel
  kind: Kind
  gesture: Gesture
  /** Number of shares in the chain up to this one: 1 = first, 7 = seven or more, 0 = way in unknown. */
  depth: number
  /** Token that the tab had arrived with. */
  parent?: string
  /** The page that was shared, where it is one other page. */
  target?: string
  /** How many different URLs were shared, where more than one. */
  urls?: number
  /** `true` where the token left by an act of the reader; `false` where it was only offered. */
  certain: boolean
}

/** A page load that arrived with a token. */
export interface LandingEvent extends BaseEvent {
  type: 'landing'
  token: string
  channel: Channel
  kind: Kind
  depth: number
  /** `true` where the plain query did not hold the token as written. */
  repaired: boolean
  /** `true`: this browser minted the token; absent: it did not, or memory does not allow knowing. */
  own?: boolean
  /** Host of the referrer, where it is another site. */
  referrerHost?: string
  /** Id of the in-app browser. */
  app?: string
  /** Name of a click-id parameter in the URL, such as `fbclid`; never its value. */
  click?: string
}

/** How a view came about. `restore` is a page that came back from the back/forward cache. */
export type Navigation = 'navigate' | 'reload' | 'back_forward' | 'restore' | 'route'

/** A page shown without a counted token, by load or by route change. */
export interface ViewEvent extends BaseEvent {
  type: 'view'
  navigation: Navigation
  /** `true` where it begins a visit from outside the site. */
  entry: boolean
  referrerHost?: string
  app?: string
  click?: string
  /** Campaign that the URL names. */
  campaign?: string
  /** `true` where the URL held our parameter with a damaged value; absent otherwise. */
  damaged?: true
}

/** Evidence that a person is behind the landing or view of this load. */
export interface EngageEvent extends BaseEvent {
  type: 'engage'
  arrival: 'landing' | 'view'
  evidence: 'input' | 'time'
  /** Milliseconds since the page was first seen. */
  afterMs: number
  token?: string
  channel?: Channel
  kind?: Kind
  depth?: number
}

/** The site's own goal. */
export interface ConvertEvent extends BaseEvent {
  type: 'convert'
  /** 1 to 100 characters. */
  name: string
  /** Together with `currency`, and in mode `granted` only. */
  value?: number
  /** ISO 4217 code, such as `EUR`. */
  currency?: string
  /** The site's own key, such as an order number. */
  key?: string
  token?: string
  channel?: Channel
  kind?: Kind
  /** 0 unknown; absent = came without a token. */
  depth?: number
}

/** A web vital of this load. */
export interface VitalEvent extends BaseEvent {
  type: 'vital'
  /** Such as `LCP`. */
  name: string
  /** Milliseconds, or a unitless score for CLS. */
  value: number
  rating: 'good' | 'needs-improvement' | 'poor'
  app?: string
  channel?: Channel
  kind?: Kind
}

/** Events that were given up, and why. */
export interface LostEvent extends BaseEvent {
  type: 'lost'
  /** 1 or more. */
  count: number
  why: 'full' | 'old' | 'refused' | 'quota'
}

/** An event of an extension: stored, never counted. */
export interface ExtensionEvent extends BaseEvent {
  type: `x_${string}`
  /** At most 20 scalars. */
  data: Record<string, string | number | boolean | null>
}

/** Any event of wire format 1. */
export type AparteEvent =
  | ShareEvent
  | LandingEvent
  | ViewEvent
  | EngageEvent
  | ConvertEvent
  | VitalEvent
  | LostEvent
  | ExtensionEvent

/** One request: 1 to 100 events, at most 30 kB as JSON. */
export interface Batch {
  v: 1
  /** Host of the site, with its port where it is not the default one. */
  site: string
  /** Milliseconds since 1970, device clock, new at each attempt. */
  sentAt: number
  events: AparteEvent[]
}
