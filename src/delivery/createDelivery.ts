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

/** Makes the delivery of an outbox to a destination. `onSettled` is called whenever events have been delivered or given up. */
export function createDelivery(
  outbox: Outbox,
  destination: Destination,
  onSettled: () => void,
): Delivery {
  const flights = new Set<Promise<void>>()
  let timer: number | undefined
  let secondLook: number | undefined
  let failures = 0
  let isStopped = false

  const sendAfter = (delayMs: number): void => {
    clearTimeout(timer)
    if (!isStopped) timer = window.setTimeout(send, delayMs)
  }

  const fly = async (batch: readonly Entry[]): Promise<void> => {
    // Half of an invalid batch: released or forgotten meanwhile, an event is not this flight's any more.
    const entries = batch.filter(({ flying }) => flying)
    const middle = entries.length >> 1
    if (!entries.length) return
    const outcome = await destination(entries.map(({ json }) => json))
    if (typeof outcome === 'number') {
      outbox.release(entries)
      // Jitter of 1 to 1.5: fewer than ten requests in five minutes against a dead server.
      const backoffMs = Math.min(1e3 * 2 ** failures++, MAX_BACKOFF_MS) * (1 + Math.random() / 2)
      sendAfter(outcome < 1e3 ? backoffMs : Math.min(outcome, MAX_WAIT_MS))
    } else if (!outcome && middle) {
      await fly(entries.slice(0, middle))
      await fly(entries.slice(middle))
    } else {
      for (const entry of entries)
        outbox.settle(entry, !outcome || outcome.includes(entry.id) ? 'refused' : undefined)
      failures = 0
      onSettled()
      send()
    }
  }

  const send = (): void => {
    clearTimeout(timer)
    timer = undefined
    while (flights.size < MAX_REQUESTS) {
      const entries = outbox.take()
      if (!entries.length) return
      const flight = fly(entries).then(() => {
        flights.delete(flight)
      })
      flights.add(flight)
    }
  }

  const sendSoon = (): void => {
    if (!timer) sendAfter(SEND_DELAY_MS)
  }

  const stops = [
    onHide(send),
    listen(window, 'online', send),
    listen(window, 'pageshow', (event) => {
      // A request made at pagehide may never settle once the page comes back from the back/forward cache.
      if (!(event as PageTransitionEvent).persisted) return // the type by its name
      flights.clear()
      outbox.release()
      sendSoon()
    }),
  ]

  return {
    sendSoon,
    start: () => {
      clearTimeout(secondLook)
      if (outbox.adopt()) {
        secondLook = window.setTimeout(() => {
          outbox.adopt()
          send()
        }, SECOND_LOOK_MS)
      }
      sendSoon()
    },
    flush: async () => {
      send()
      while (flights.size) await Promise.all(flights)
    },
    stop: () => {
      isStopped = true
      stops.forEach((stop) => stop())
      send()
      clearTimeout(secondLook)
    },
  }
}
