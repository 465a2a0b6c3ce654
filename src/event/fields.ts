/**
 * Every field of wire format 1 as data: the one place that the validator and the JSON Schema are derived from. Its type
 * makes the compiler compare it with `events.ts`.
 */
import type {
  BaseFields,
  BatchFields,
  NumberRule,
  OwnFields,
  ScalarsRule,
  TextRule,
} from './rules.js'
import { arrivals, evidences, gestures, kinds, modes, navigations, ratings, whys } from './words.js'

// The last millisecond that a Date can hold, so that no later arithmetic leaves its range.
const LAST_MS = 8_640_000_000_000_000

const text = (max: number, min = 1): TextRule => ({
  is: 'text',
  min,
  max,
  means: `a string of ${min} to ${max} characters`,
})
const like = (pattern: string, max: number, means: string): TextRule => ({
  is: 'text',
  min: 1,
  max,
  like: new RegExp(pattern, 'u'),
  means,
})

const eventId = like('^[A-Za-z0-9_-]{21}$', 21, 'an id of 21 characters')
const url = like(
  '^https?://[^\\s\\u0000-\\u001f/?#@\\\\]+([/?#][^\\s\\u0000-\\u001f]*)?$',
  1000,
  'an http(s) URL of at most 1,000 characters',
)
// Unpaired surrogates are no text: a store writes something else for them, and then does not find what it wrote.
const host = like('^[^\\s\\u0000-\\u001f\\ud800-\\udfff/?#@\\\\<>"]+$', 255, 'a host name')
const token = like('^[ghjkmnpqrstvwxy][0-9a-hjkmnp-tv-z]{12}$', 13, 'a token of 13 characters')
// A pattern and not the table of today: a newer tracker may know more channels than an older collector.
const channel = like('^[a-z][a-z0-9-]{0,31}$', 32, 'a channel name')
const currency = like('^[A-Z]{3}$', 3, 'an ISO 4217 code of three capital letters')
const ms: NumberRule = { is: 'number', whole: true, min: 0, max: LAST_MS }
const depth: NumberRule = { is: 'number', whole: true, min: 0, max: 7 }
const scalars: ScalarsRule = {
  is: 'scalars',
  max: 20,
  maxText: 1000,
  keyLike: /^[A-Za-z][A-Za-z0-9_.-]{0,63}$/u,
}

/** The version of the wire format that all of this describes. */
export const WIRE_VERSION = 1

/** Most events in one batch. */
export const MAX_EVENTS = 100

/** Type names of extensions. */
export const EXTENSION_TYPE: RegExp = /^x_[a-z0-9_]{1,40}$/u

/** Fields of a batch beside `v` and `events`. */
export const batchFields: BatchFields = {
  site: { rule: host },
  sentAt: { rule: ms },
}

/** Fields of every event. */
export const baseFields: BaseFields = {
  id: { rule: eventId },
  at: { rule: ms },
  load: { rule: eventId, optional: true },
  page: { rule: url },
  mode: { rule: { is: 'word', words: modes } },
  automated: { rule: { is: 'true' }, optional: true },
  rate: { rule: { is: 'number', above: 0, max: 1 }, optional: true },
}

/** Fields that each event type adds; `x_` holds those of every extension's type. */
export const ownFields: OwnFields = {
  share: {
    token: { rule: token },
    channel: { rule: channel },
    kind: { rule: { is: 'word', words: kinds } },
    gesture: { rule: { is: 'word', words: gestures } },
    depth: { rule: depth },
    parent: { rule: token, optional: true },
    target: { rule: url, optional: true },
    urls: { rule: { is: 'number', whole: true, min: 2, max: 10_000 }, optional: true },
    certain: { rule: { is: 'flag' } },
  },
  landing: {
    token: { rule: token },
    channel: { rule: channel },
    kind: { rule: { is: 'word', words: kinds } },
    depth: { rule: depth },
    repaired: { rule: { is: 'flag' } },
    own: { rule: { is: 'flag' }, optional: true },
    referrerHost: { rule: host, optional: true },
    app: { rule: text(64), optional: true },
    click: { rule: text(64), optional: true },
  },
  view: {
    navigation: { rule: { is: 'word', words: navigations } },
    entry: { rule: { is: 'flag' } },
    referrerHost: { rule: host, optional: true },
    app: { rule: text(64), optional: true },
    click: { rule: text(64), optional: true },
    campaign: { rule: text(200, 0), optional: true },
    damaged: { rule: { is: 'true' }, optional: true },
  },
  engage: {
    arrival: { rule: { is: 'word', words: arrivals } },
    evidence: { rule: { is: 'word', words: evidences } },
    afterMs: { rule: { is: 'number', min: 0, max: LAST_MS } },
    token: { rule: token, optional: true },
    channel: { rule: channel, optional: true },
    kind: { rule: { is: 'word', words: kinds }, optional: true },
    depth: { rule: depth, optional: true },
  },
  convert: {
    name: { rule: text(100) },
    value: { rule: { is: 'number' }, optional: true },
    currency: { rule: currency, optional: true },
    key: { rule: text(200, 0), optional: true },
    token: { rule: token, optional: true },
    channel: { rule: channel, optional: true },
    kind: { rule: { is: 'word', words: kinds }, optional: true },
    depth: { rule: depth, optional: true },
  },
  vital: {
    name: { rule: text(64) },
    value: { rule: { is: 'number' } },
    rating: { rule: { is: 'word', words: ratings } },
    app: { rule: text(64), optional: true },
    channel: { rule: channel, optional: true },
    kind: { rule: { is: 'word', words: kinds }, optional: true },
  },
  lost: {
    count: { rule: { is: 'number', whole: true, min: 1, max: 1_000_000_000 } },
    why: { rule: { is: 'word', words: whys } },
  },
  x_: {
    data: { rule: scalars },
  },
}

/** Fields of one type that come together or not at all. */
export const together: { readonly [Type in keyof OwnFields]?: readonly [string, string] } = {
  convert: ['value', 'currency'],
}
