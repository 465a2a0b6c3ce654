import { classify, type Classification } from '../classify/classify.js'
import { clickOrigin } from '../classify/clickOrigin.js'
import { detect, type Detection } from '../url/detect.js'
import { isDamaged } from '../url/isDamaged.js'
import { parseUrl } from '../url/parseUrl.js'
import { readUserAgent, type UserAgent } from './readUserAgent.js'

/** Headers of a request: those of fetch, or an object, as Node and its frameworks give it. */
export type RequestHeaders =
  | { get: (name: string) => string | null }
  | Readonly<Record<string, string | readonly string[] | undefined>>

/** Options of `classifyRequest`. */
export interface RequestOptions {
  /** Name of the parameter. Default `dks`. */
  param?: string
  /** Hosts of the site besides the one that was asked, with their ports where these are not the default ones. */
  domains?: readonly string[]
}

/** Where a request came from, and who made it. */
export interface RequestClassification extends Classification {
  /** A bot's request is nobody's arrival, whatever its URL says; its `agent.channel` tells where a link was passed on. */
  agent: UserAgent
  /** The token in the URL, if any. */
  token?: Detection
}

/** Parameters that name a campaign, the most telling first. */
const CAMPAIGNS = ['utm_campaign', 'utm_source', 'utm_medium', 'mtm_campaign', 'pk_campaign']

/**
 * Classifies a request for a page as its server sees it, by the URL, the referrer and the user agent, for sites that look at
 * their access log. Never throws.
 *
 * A server sees less than the page: neither a reload nor a return, nor a fragment, nor a reader behind a cache; and it sees
 * scanners and previews, which no page counts.
 *
 * @example
 * classifyRequest(request.headers, request.url)
 * // { source: 'token', channel: 'whatsapp', kind: 'private', confidence: 'A', because: 'the URL holds a token',
 * //   agent: { type: 'browser' }, token: { token: 'jj17jrxfr3m34', channel: 'whatsapp', depth: 2, repaired: false } }
 *
 * @param url absolute, or with its path first as Node gives it; the host is then that of the `host` header, or of
 *   `:authority` in HTTP/2
 */
export function classifyRequest(
  headers: RequestHeaders,
  url: string,
  options: RequestOptions = {},
): RequestClassification {
  const read = (name: string): string => {
    if (isFetch(headers)) return headers.get(name) ?? ''
    const [, value] = Object.entries(headers).find(([key]) => key.toLowerCase() === name) ?? []
    const first: unknown = Array.isArray(value) ? value[0] : value
    return typeof first === 'string' ? first : ''
  }
  const host = read('host') || read(':authority')
  const { domains = [] } = options
  const page = parseUrl(url, `https://${host || 'site.invalid'}`)
  const referrerHost = parseUrl(read('referer'))?.host
  const isInside =
    (!!referrerHost && [page?.host, host, ...domains].includes(referrerHost)) ||
    read('sec-fetch-site') === 'same-origin'
  const agent = readUserAgent(read('user-agent'))
  const token = detect(url, options)
  const params = page ? [...page.searchParams] : []
  const classification = classify({
    entry: !isInside,
    ...(token ?? { damaged: isDamaged(url, options) }),
    campaign: CAMPAIGNS.map((name) => page?.searchParams.get(name)).find(Boolean) ?? undefined,
    click: params.map(([name]) => name).find(clickOrigin),
    referrerHost,
    app: agent.type === 'inapp' ? agent.id : undefined,
    page: page && page.origin + page.pathname,
  })
  return { ...classification, agent, ...(token && { token }) }
}

const isFetch = (headers: RequestHeaders): headers is { get: (name: string) => string | null } =>
  typeof headers['get' as keyof RequestHeaders] === 'function'
