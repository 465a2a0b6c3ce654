/**
 * Decides when waiting events are sent: soon after they are made, at once when the page is hidden, again after a failure,
 * and at the start of the next visit.
 */
import type { Destination } from '../destinations/destination.js'
import { onHide } from '../dom/onHide.js'
import { listen, type Stop } from '../lib/listen.js'
import type { Entry, Outbox } from './outbox.js'

/** Sends what waits in an outbox, each event at least once while storage is allowed. */
export interface Delivery {
  /** Sends within a second; later where the receiver has just failed. */
  sendSoon: () => void
  /** Takes over what earlier pages left, and sends. Touches storage: call it off the first task. */
  start: () => void
  /** Sends what waits, now; resolves when nothing is under way any more, also when it failed. Never rejects. */
  flush: () => Promise<void>
  /** Sends what waits and ends. */
  stop: Stop
}

const SEND_DELAY_MS = 1e3
const MAX_BACKOFF_MS = 3e5
const MAX_WAIT_MS = 864e5
const SECOND_LOOK_MS = 16e3
const MAX_REQUESTS = 8
/** In five minutes, while the receiver fails: what the backoff makes of it by itself. */
const MAX_ATTEMPTS = 9

/** What a delivery needs. */
export interface DeliveryOptions {
  outbox: Outbox
  destination: Destination
  /** Whether events may be sent now, or wait. */
  sends: () => boolean
  /** Called before a page is hidden, and whenever events have been delivered or given up. */
  tellLosses: () => void
}

/** Makes the delivery of an outbox to a destination. */
export function createDelivery(options: DeliveryOptions): Delivery {
  const { outbox, destination, sends, tellLosses } = options
  /** What is under way, each with what may die with the page: after a failure, requests go without keepalive. */
  const flights = new Map<Promise<void>, readonly Entry[]>()
  let timer: number | undefined
  let secondLook: number | undefined
  let failures = 0
  let starts: number[] = []
  let isHiding = false
  let isStopped = false

  const sendAfter = (delayMs: number): void => {
    clearTimeout(timer)
    // While the receiver fails, one request finds out whether it still does.
    if (!isStopped) timer = window.setTimeout(() => send(failures ? 1 : MAX_REQUESTS), delayMs)
  }

  const fly = async (batch: readonly Entry[]): Promise<void> => {
    // Half of an invalid batch: released or forgotten meanwhile, an event is not this flight's any more.
    const entries = batch.filter(({ flying }) => flying)
    const middle = entries.length >> 1
    if (!entries.length) return
    if (!sends()) return outbox.release(entries)
    const events = entries.map(({ json }) => json)
    const outcome = await destination(events, isHiding)
    if (typeof outcome === 'number') {
      outbox.release(entries)
      // Jitter of 1 to 1.5: fewer than ten requests in five minutes against a dead server.
      const backoffMs = Math.min(1e3 * 2 ** failures++, MAX_BACKOFF_MS) * (1 + Math.random() / 2)
      sendAfter(outcome < 1e3 ? backoffMs : Math.min(outcome, MAX_WAIT_MS))
    } else if (!outcome && middle) {
      const second = entries.slice(middle)
      const before = failures
      await fly(entries.slice(0, middle))
      // The line went down meanwhile: one request finds out when it is back.
      if (failures > before) outbox.release(second)
      else await fly(second)
    } else {
      for (const entry of entries)
        outbox.settle(entry, !outcome || outcome.includes(entry.id) ? 'refused' : undefined)
      failures = 0
      tellLosses()
      send()
    }
  }

  const send = (most = MAX_REQUESTS): void => {
    clearTimeout(timer)
    timer = undefined
    if (!sends()) return
    while (flights.size < most) {
      // A clock that nobody sets. Readers who hide and show the page do not make us hammer a dead receiver.
      const now = performance.now()
      if (failures && now - (starts[MAX_ATTEMPTS - 1] ?? -Infinity) < MAX_BACKOFF_MS) break
      const entries = outbox.take()
      if (!entries.length) break
      starts = [now, ...starts].slice(0, MAX_ATTEMPTS)
      const flight = fly(entries).then(() => {
        flights.delete(flight)
      })
      flights.set(flight, failures && !isHiding ? entries : [])
    }
    if (outbox.waits()) lookAgain()
  }

  const sendSoon = (): void => {
    if (!timer) sendAfter(SEND_DELAY_MS)
  }

  const look = (): void => {
    if (outbox.adopt()) lookAgain()
  }

  const lookAgain = (): void => {
    clearTimeout(secondLook)
    if (isStopped) return
    secondLook = window.setTimeout(() => {
      outbox.adopt()
      sendSoon()
    }, SECOND_LOOK_MS)
  }

  const stops = [
    onHide(() => {
      isHiding = true
      tellLosses()
      for (const [flight, entries] of flights) {
        // What is stored is sent by the next visit.
        outbox.release(entries.filter(({ stored }) => !stored))
        flights.set(flight, [])
      }
      send()
      isHiding = false
    }),
    listen(window, 'online', () => {
      look()
      send()
    }),
    listen(window, 'pageshow', (event) => {
      // A request made at pagehide may never settle once the page comes back from the back/forward cache.
      if (!(event as PageTransitionEvent).persisted) return // the type by its name
      flights.clear()
      outbox.awake()
      sendSoon()
    }),
    outbox.stop,
  ]

  return {
    sendSoon,
    start: () => {
      look()
      sendSoon()
    },
    flush: async () => {
      send()
      while (flights.size) await Promise.all(flights.keys())
    },
    stop: () => {
      isStopped = true
      stops.forEach((stop) => stop())
      send()
      clearTimeout(secondLook)
    },
  }
}
