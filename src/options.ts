/**
 * Every option of a tracker: what it means, its unit, its default, and the check it has to pass.
 */
import { CONSENT_MODES, type ConsentMode } from './consent/gate.js'
import type { AparteError } from './errors.js'
import type { AparteEvent, LostEvent } from './event/events.js'
import type { Extension } from './extension.js'
import { DEFAULT_PARAM } from './url/param.js'
import { parseUrl } from './url/parseUrl.js'
import { USABLE_PARAM } from './url/usableParam.js'

/** Options of `createTracker`. Only `endpoint` is needed. */
export interface Options {
  /** Where batches go: an absolute URL, or a path such as `/collect`. */
  endpoint: string
  /** The gestures to listen for, such as `[copy()]`. Default: none. The script tag uses all of them. */
  gestures?: Extension[]
  /** Other extensions. Default: none. */
  use?: Extension[]
  /**
   * Host of the site, with its port where it is not the default one. Default: the host of `<link rel="canonical">`, else
   * of the page. Set it where pages are also served under other hosts.
   */
  site?: string
  /** More hosts whose URLs are the site's own, each as `site` is given. Default: none. */
  domains?: string[]
  /**
   * Paths that are left alone, with all below them, such as `/account/`: their URLs are never decorated, and they send
   * nothing. A `*` at the end changes nothing. Default: none.
   */
  exclude?: string[]
  /** Query parameters that may leave the page in `page`; all others are cut. Default: none. */
  queryAllow?: string[]
  /** Name of the token's parameter: two to eight lower-case letters. Default `dks`. */
  param?: string
  /** Where the token goes in a URL; see `decorate`. Default `query`. */
  place?: 'query' | 'fragment'
  /** What the reader has allowed so far; `tracker.consent` changes it. Default `cookieless`. */
  consent?: ConsentMode
  /** Whether Global Privacy Control lowers `granted` and `exempt` to `cookieless`. Default true. */
  respectGpc?: boolean
  /** Whether a share names its parent. Default true. */
  chain?: boolean
  /** Whether views are sent: true, false, or the share of loads that send them, above 0 and below 1. Default true. */
  views?: boolean | number
  /**
   * Whether the endpoint answers with `Access-Control-Allow-Origin`. Default true. Set false for an endpoint that does
   * not: any answer then counts as success, and what it refuses cannot be known.
   */
  acknowledge?: boolean
  /** Hears of what went wrong after the start; nothing is ever thrown into the page. Default: silence. */
  onError?: (error: AparteError) => void
  /**
   * Hears of each event that was given up; one that was held has mode `pending`. Default: silence; a `lost` event counts
   * them all the same.
   */
  onDrop?: (event: AparteEvent, why: LostEvent['why']) => void
}

/** Options after the check, with the defaults in place. */
export type Settings = Required<Options>

/** The defaults; they also tell the type of each option. */
export const DEFAULTS: Settings = {
  endpoint: '',
  gestures: [],
  use: [],
  site: '',
  domains: [],
  exclude: [],
  queryAllow: [],
  param: DEFAULT_PARAM,
  place: 'query',
  consent: 'cookieless',
  respectGpc: true,
  chain: true,
  views: true,
  acknowledge: true,
  onError: () => {},
  onDrop: () => {},
}

/** What a text, or each text of a list, has to look like; said as it is in the error. */
const PATTERNS: Record<string, string> = {
  endpoint: '(https?:/)?/\\S*',
  site: '[^\\s/@]*',
  domains: '[^\\s/@]+',
  exclude: '/\\S*',
  param: USABLE_PARAM,
  place: 'query|fragment',
  consent: CONSENT_MODES.join('|'),
}

/**
 * Checks the options and fills in the defaults. An option that is undefined counts as not given.
 *
 * @throws TypeError that names the option, what was given and what is wanted; also for an option that does not exist
 */
export function readSettings(options: Options): Settings {
  const settings: Record<string, unknown> = { ...DEFAULTS, ...options }
  const typeOf = (value: unknown): string => (Array.isArray(value) ? 'a list' : typeof value)
  const textOf = (value: unknown): string => {
    try {
      return String(value)
    } catch {
      return 'no text' // TypeError: an object without a prototype, for one
    }
  }
  for (const [name, given] of Object.entries(settings)) {
    const like = new Map<string, unknown>(Object.entries(DEFAULTS)).get(name)
    const got = given === undefined ? like : given
    const isRatio = name === 'views' && typeof got === 'number' && got > 0 && got < 1
    const pattern = PATTERNS[name] ?? '.*'
    const isFine = (one: unknown): boolean => RegExp(`^(${pattern})$`, 's').test(textOf(one))
    const wanted =
      like === undefined
        ? 'no such option'
        : typeOf(got) !== typeOf(like) && !isRatio
          ? typeOf(like)
          : [got].flat().every(isFine) || pattern
    if (wanted !== true)
      throw new TypeError(`aparte: option ${name}: got ${textOf(got)}, wanted ${wanted}`)
    settings[name] = got
  }
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')
  // As URLs have them: lower case, and Unicode as Punycode.
  const hostOf = (host: unknown): string => parseUrl(`http://${String(host)}`)?.host ?? ''
  // Web archives put their own address and a date before every URL of a page.
  const real = canonical?.href.replace(/^.+?\/\d[^/]*\/(?=https?:)/, '') ?? ''
  settings.site = hostOf(settings.site) || parseUrl(real)?.host || location.host
  settings.domains = [settings.domains].flat().map(hostOf)
  return settings as unknown as Settings // checked above
}
