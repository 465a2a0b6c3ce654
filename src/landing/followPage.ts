/**
 * Follows the life of the document: counts its one landing or view, then route changes and returns from the back/forward
 * cache, looks for evidence of a person, and takes the token out of the address.
 */
import { kindOf } from '../channel/kindOf.js'
import type { PageMark } from '../dom/claimPage.js'
import { afterLoad } from '../dom/afterLoad.js'
import { onRoute } from '../dom/onRoute.js'
import { whenSeen } from '../dom/whenSeen.js'
import type { EngageEvent, ViewEvent } from '../event/events.js'
import type { Draft, Host } from '../extension.js'
import { guard } from '../lib/guard.js'
import { listen, type Stop } from '../lib/listen.js'
import { detect } from '../url/detect.js'
import { isDamaged } from '../url/isDamaged.js'
import { NO_TOKEN, type Memory } from './createMemory.js'
import { onEngage } from './onEngage.js'
import type { Arrival } from './readArrival.js'
import { stripAddress } from './stripAddress.js'

/** How often a token that comes back is taken out of the address of one page. */
const MAX_STRIPS = 2

/** What `followPage` needs of the tracker. */
export interface FollowOptions {
  arrival: Arrival
  mark: PageMark
  memory: Memory
  settings: {
    param: string
    /** Whether views are sent, or the share of loads that send them. */
    views: boolean | number
  }
  /** Whether consent and the site's `exclude` let a page send events. */
  isOpen: (href: string) => boolean
  /** Tells whether a token belongs into the address. */
  isInBar: (token: string) => boolean
  /** The page that is open, as events name it. */
  pageOf: () => string
  /** Records an event; `isArrival` for the one landing or view of this load. */
  track: (draft: Draft, isArrival?: boolean) => void
  /** Called off the first task once the page has been seen, and at each wake: storage and network may be used. */
  onSeen: () => void
  report: Host['report']
}

/** Following a document. */
export interface Following {
  /** Does what is left to do once the page has been seen, after a consent that allows more. */
  wake: () => void
  stop: Stop
}

/** Begins to follow the document. */
export function followPage(options: FollowOptions): Following {
  const { arrival, mark, memory, settings, isOpen, isInBar } = options
  const { pageOf, track, onSeen, report } = options
  const { detection, entry, href, landed, named, navigation, signals } = arrival
  const { param, views } = settings
  const isSampled = views && (views === true || Math.random() < views)
  const rate = views === true ? {} : { rate: Number(views) }
  const stops: Stop[] = []
  /** When the page was first seen; 0 before. */
  let seenAt = 0
  let lastPage = pageOf()
  let strips = 0

  const view = (draft: Omit<Draft<ViewEvent>, 'type'>, isArrival?: boolean): void => {
    if (isSampled) track({ type: 'view', ...draft, ...rate }, isArrival)
  }

  const stripSoon = (): void => afterLoad(guard(() => stripAddress(param, isInBar), report))

  // Evidence may come before the landing or view is counted, and the other way round.
  let evidence: Pick<EngageEvent, 'evidence' | 'afterMs' | 'at'> | undefined
  const engage = (): void => {
    const { arrived } = mark
    if (!arrived || !evidence || mark.engaged) return
    mark.engaged = true
    // A reader may be quicker than the browser is idle, and slower to consent than both.
    const at = Math.max(evidence.at, seenAt)
    if (arrived !== true) track({ type: 'engage', ...evidence, at, ...arrived })
  }

  const arrive = (): void => {
    // Consent may come long after.
    const at = seenAt
    if (landed) {
      const { token, channel, depth, repaired } = landed
      const came = { token, channel, kind: kindOf(channel), depth }
      const own = memory.isOwn(token)
      mark.arrived = { arrival: 'landing', ...came }
      track({ type: 'landing', at, ...came, repaired, ...(own && { own }), ...signals }, true)
      memory.enter(own ? NO_TOKEN : token)
    } else {
      const damaged = !detection && isDamaged(href, settings) && { damaged: true as const }
      mark.arrived = !isSampled || { arrival: 'view', ...rate }
      view({ at, navigation, entry, ...damaged, ...signals, ...named }, true)
      if (entry) memory.enter(NO_TOKEN)
    }
    engage()
  }

  const wake = (): void => {
    if (!seenAt || !isOpen(location.href)) return
    if (!mark.arrived && isOpen(href)) arrive()
    onSeen()
  }

  const onAddress = (): void => {
    const page = pageOf()
    const isRoute = page !== lastPage
    lastPage = page
    if (isRoute) strips = 0
    // A router put the token back, or a link of the site carried it. Not for ever: the router may insist.
    const found = detect(location.href, settings)
    if (found && !isInBar(found.token) && strips++ < MAX_STRIPS) stripSoon()
    if (!isRoute || !seenAt) return
    // The page of the load may be excluded, or it was left for an excluded one before it could be counted.
    if (!mark.arrived) wake()
    view({ navigation: 'route', entry: false })
  }

  if (detection) stripSoon()
  stops.push(
    onRoute(guard(onAddress, report)),
    onEngage(
      guard((found) => {
        evidence = found
        engage()
      }, report),
    ),
    listen(window, 'pageshow', (event) => {
      const { persisted } = event as PageTransitionEvent // the type by its name
      if (persisted && seenAt) view({ navigation: 'restore', entry: false })
    }),
    whenSeen(
      guard(() => {
        seenAt = Date.now()
        wake()
      }, report),
    ),
  )
  return { wake: guard(wake, report), stop: () => stops.forEach((stop) => stop()) }
}
