/**
 * Wires the stages together: gestures begin shares, the arrival becomes a landing or view, and events pass the gate on
 * their way to delivery.
 */
import { nanoid } from 'nanoid'
import { kindOf } from './channel/kindOf.js'
import { fitEvent } from './consent/fitEvent.js'
import { createGate } from './consent/gate.js'
import { createConsent } from './createConsent.js'
import { createConvert } from './createConvert.js'
import { createInertTracker } from './createInertTracker.js'
import { createLosses } from './createLosses.js'
import { createShares } from './createShares.js'
import { createShareUrl } from './createShareUrl.js'
import { createDelivery } from './delivery/createDelivery.js'
import { createOutbox } from './delivery/outbox.js'
import { createCollector } from './destinations/collector.js'
import { claimPage } from './dom/claimPage.js'
import type { Report } from './errors.js'
import type { AparteEvent } from './event/events.js'
import type { Draft, Host } from './extension.js'
import { createMemory, NO_TOKEN } from './landing/createMemory.js'
import { followPage } from './landing/followPage.js'
import { readArrival } from './landing/readArrival.js'
import { createListeners } from './lib/createListeners.js'
import { guard } from './lib/guard.js'
import { readSettings, type Options } from './options.js'
import { createStorage } from './storage/createStorage.js'
import type { Tracker } from './surface.js'
import { canonicalPage } from './url/canonicalPage.js'
import { createIsOwn } from './url/createIsOwn.js'
import { createRealUrl } from './url/createRealUrl.js'
import { strip } from './url/strip.js'

/**
 * Starts a tracker on this page. On a server, and while another one runs for the same parameter, it is inert.
 *
 * @throws TypeError for an option that is missing, wrong or unknown; nothing has been started then
 */
export function createTracker(options: Options): Tracker {
  if (typeof document === 'undefined') return createInertTracker()
  const settings = readSettings(options)
  const { param, exclude, queryAllow } = settings
  const hosts = [settings.site, ...settings.domains]
  const report: Report = (code, cause) => {
    guard(settings.onError, () => {})({ code, cause })
  }
  const mark = claimPage(param, nanoid())
  if (!mark) {
    report('already-running', param)
    return createInertTracker()
  }

  const gate = createGate(settings.consent, settings.respectGpc)
  const { mode, sends, isGranted } = gate
  const prefix = `aparte.${param}.`
  const local = createStorage('localStorage', prefix, gate.stores)
  const ring = createStorage('localStorage', `${prefix}own`, isGranted)
  const session = createStorage('sessionStorage', prefix, isGranted)
  const memory = createMemory(ring, session)
  const real = createRealUrl(hosts, location)
  const arrival = readArrival({ hosts, param, real })
  const { entry, landed } = arrival
  const isExcluded = (path: string): boolean =>
    exclude.some((pattern) => path.startsWith(pattern.replace(/\*$/, '')))
  const isOwnUrl = createIsOwn(hosts, isExcluded)
  const isOwn = (href: string): boolean => isOwnUrl(real(href))
  let isStopped = false
  const records = (href: string): boolean =>
    !isStopped && gate.records() && !isExcluded(new URL(real(href)).pathname)
  const isOpen = (href = location.href): boolean => sends() && records(href)
  const pageOf = (url = location.href): string => canonicalPage(real(url), queryAllow)
  const wayIn = (): string =>
    landed && !memory.isOwn(landed.token) ? landed.token : memory.wayIn() || (entry ? NO_TOKEN : '')

  const losses = createLosses(settings, { track: (draft) => track(draft), report })
  const fit = (json: string): string => fitEvent(json, gate.mode())
  const outbox = createOutbox(local, fit, losses.drop)
  const listeners = createListeners<AparteEvent>((_, cause) => report('listener', cause), isOpen)
  const emit = (json: string, isArrival?: boolean): void =>
    listeners.emit(JSON.parse(json) as AparteEvent, isArrival) // written by us
  const track = (draft: Draft, isArrival?: boolean): void => {
    const href = isArrival ? arrival.href : location.href
    if (!records(href)) return
    const event = {
      id: isArrival ? mark.load : nanoid(),
      ...(!isArrival && records(arrival.href) && { load: mark.load }),
      at: Date.now(),
      page: pageOf(href),
      mode: mode(),
      ...(navigator.webdriver && { automated: true }),
      ...draft,
    } as AparteEvent // a draft and the fields that it leaves out
    const json = fit(JSON.stringify(event))
    outbox.add(event.id, json)
    delivery.sendSoon()
    if (sends()) emit(json, isArrival)
  }

  const { addOwn } = memory
  const sharing = { settings, isOpen, wayIn, pageOf, real, addOwn, track, report }
  const { begin, isInBar, minted } = createShares(sharing)
  const onSeen = (): void => {
    memory.enter('')
    outbox.store()
    delivery.start()
  }
  const known = { arrival, mark, memory, settings, isOpen, isInBar, pageOf }
  const following = followPage({ ...known, track, onSeen, report })

  // Behind the page's life, so that what is counted when the page is hidden is sent right then.
  const destination = createCollector(settings, real(location.href))
  const tellLosses = (): void => void (isOpen() && losses.tell())
  const delivery = createDelivery({ outbox, destination, sends, tellLosses })

  const areas = [local, ring, session]
  const switching = { gate, areas, outbox, losses, wake: following.wake, emit, report }
  const { consent, onConsent } = createConsent(switching)
  const shareUrl = createShareUrl({ isOwn, begin })
  const tracker: Tracker = {
    get landing() {
      return isOpen(arrival.href)
        ? landed && { ...landed, kind: kindOf(landed.channel) }
        : undefined
    },
    share: (channel, url = location.href) => guard(shareUrl, report)(channel, url) ?? url,
    convert: guard(createConvert({ track, report, wayIn }), report),
    on: listeners.on,
    consent,
    tokens: () =>
      sends() ? [...new Set(`${ring.read('')} ${[...minted].join(' ')}`.match(/\w+/g))] : [],
    flush: delivery.flush,
    stop: () => {
      for (const stop of stops) guard(() => stop?.(), report)()
      isStopped = true
      if (!sends()) outbox.forget()
      mark.running = false
    },
  }
  const deliver = (): void => void delivery.flush()
  const clean: Host['strip'] = (url) => strip(url, settings)
  const asked = { hosts: [...new Set([...hosts, location.host])], additions: [], isOpen, isOwn }
  const given = { mode, onConsent, tracker, settings, begin, track, deliver, report, strip: clean }
  const host: Host = (mark.host = { ...asked, ...given })
  const stops = [...settings.gestures, ...settings.use].map((extension) =>
    guard(extension, report)(host),
  )
  stops.push(following.stop, delivery.stop)
  return tracker
}
