import { channels, type Channel, type Kind } from '../channel/channels.js'
import { kindOf } from '../channel/kindOf.js'
import type { Navigation } from '../event/events.js'
import { readToken } from '../token/readToken.js'
import { APPS } from './apps.js'
import { clickOrigin } from './clickOrigin.js'
import { isDeep } from './isDeep.js'
import { originOf } from './originOf.js'
import type { Origin } from './readOrigins.js'

/** What is known of an arrival: the fields of a landing or view event, or what a request carries. Everything is optional. */
export interface Signals {
  /** `false` where it does not begin a visit from outside the site. */
  entry?: boolean | undefined
  navigation?: Navigation | undefined
  /** A valid token. */
  token?: string | undefined
  /** What the token says; read from it where absent. */
  channel?: Channel | undefined
  kind?: Kind | undefined
  /** `true` where the plain query did not hold the token as written. */
  repaired?: boolean | undefined
  /** `true` where this browser minted the token. */
  own?: boolean | undefined
  /** `true` where the URL held our parameter with a damaged value. */
  damaged?: boolean | undefined
  /** Campaign that the URL names, such as the value of `utm_campaign`. */
  campaign?: string | undefined
  /** Name of a click-id parameter in the URL, such as `fbclid`. */
  click?: string | undefined
  /** Host of the referrer, or the package of an Android app, where it is another site. */
  referrerHost?: string | undefined
  /** Id of the in-app browser. */
  app?: string | undefined
  /** URL of the page. */
  page?: string | undefined
}

/** Where an arrival came from. */
export type Source =
  | 'internal'
  | 'token'
  | 'damaged'
  | 'campaign'
  | 'network'
  | 'search'
  | 'assistant'
  | 'app'
  | 'site'
  | 'inferred'
  | 'direct'

/** Where an arrival came from, and how that is known. */
export interface Classification {
  /**
   * `internal` the site itself, or its own reader · `token` a share · `damaged` a share whose token was lost · `campaign` ·
   * `network` a network, messenger or mail service · `search` a search engine · `assistant` an AI assistant · `app` an in-app
   * browser · `site` another site · `inferred` dark social, inferred from the absence of signals · `direct` none of these.
   */
  source: Source
  channel?: Channel
  kind?: Kind
  /**
   * A measured, by a token as written · B measured, by a repaired token · C named, by the URL or the referrer · D hinted at, by
   * an app or what is left of a token · E inferred · F unknown. A and B are never added to E.
   */
  confidence: 'A' | 'B' | 'C' | 'D' | 'E' | 'F'
  /** One clause that says why: `the referrer l.facebook.com belongs to facebook`. */
  because: string
}

/**
 * Classifies an arrival: a ladder of which the first rung that holds counts. Pure; takes a landing or view event as it is.
 *
 * `classify({ entry: true, navigation: 'navigate', referrerHost: 'web.whatsapp.com', page: 'https://journal.example/a' })` gives
 * `{ source: 'network', channel: 'whatsapp', kind: 'private', confidence: 'C', because: 'the referrer web.whatsapp.com …' }`.
 *
 * The last rung but one, an entry by navigation on a deep page with no other signal, is the dark social of Madrigal (The
 * Atlantic, 2012) and Chartbeat: addresses that nobody types.
 */
export function classify(signals: Signals): Classification {
  return (
    readInternal(signals) ??
    readShare(signals) ??
    readNamed(signals) ??
    readAround(signals) ??
    readNothing(signals)
  )
}

/** A number of rungs: undefined where none of them holds. */
type Rungs = (signals: Signals) => Classification | undefined

const readInternal: Rungs = ({ entry, navigation = 'navigate', own }) => {
  const because =
    navigation !== 'navigate'
      ? `the navigation is ${navigation}`
      : entry === false
        ? 'the reader came from the site itself'
        : own && 'this browser minted the token'
  return because ? { source: 'internal', confidence: 'C', because } : undefined
}

const readShare: Rungs = ({ token = '', repaired, damaged, ...signals }) => {
  const channel = signals.channel ?? readToken(token)?.channel
  if (token && channel) {
    const kind = signals.kind ?? kindOf(channel)
    return repaired
      ? { source: 'token', channel, kind, confidence: 'B', because: 'a token was repaired' }
      : { source: 'token', channel, kind, confidence: 'A', because: 'the URL holds a token' }
  }
  if (!damaged) return undefined
  return { source: 'damaged', confidence: 'D', because: 'the URL holds what is left of a token' }
}

const readNamed: Rungs = ({ campaign = '', click, referrerHost }) => {
  // Assistants write their own host into `utm_source`: no campaign of the site.
  const assistant = originOf(campaign)
  if (campaign && assistant?.source !== 'assistant')
    return { source: 'campaign', confidence: 'C', because: `the URL names campaign ${campaign}` }
  // The referrer is of this very click; a click id may have stayed in a link that was passed on.
  const found: [Origin | undefined, string][] = [
    [originOf(referrerHost ?? ''), `the referrer ${referrerHost}`],
    [clickOrigin(click ?? ''), `the parameter ${click}`],
    [assistant, `the campaign ${campaign}`],
  ]
  for (const source of ['campaign', 'network', 'search', 'assistant']) {
    for (const [origin, what] of found) {
      if (origin?.source !== source) continue
      const { name, ...rest } = origin
      return { ...rest, confidence: 'C', because: `${what} belongs to ${name}` }
    }
  }
  return undefined
}

const readAround: Rungs = ({ app = '', referrerHost }) => {
  const kind = APPS.get(app)
  // A browser inside an app that does not say which tells less than a referrer.
  if (app && !(kind === 'unknown' && referrerHost)) {
    const because = `the page was opened inside ${kind && kind !== 'unknown' ? app : 'an app'}`
    if (kind === 'search' || kind === 'assistant') return { source: kind, confidence: 'D', because }
    const name = app === 'thunderbird' ? 'email' : app
    const channel = channels.find((known) => known === name)
    return {
      source: 'app',
      ...(channel && { channel, kind: kind === 'public' ? kind : kindOf(channel) }),
      ...(!channel && (kind === 'private' || kind === 'public') && { kind }),
      confidence: 'D',
      because,
    }
  }
  if (!referrerHost) return undefined
  return { source: 'site', confidence: 'C', because: `the referrer is ${referrerHost}` }
}

const readNothing = ({ page = '' }: Signals): Classification =>
  isDeep(page)
    ? {
        source: 'inferred',
        confidence: 'E',
        because: 'nothing says where from, and nobody types the address of a deep page',
      }
    : { source: 'direct', confidence: 'F', because: 'nothing says where from' }
