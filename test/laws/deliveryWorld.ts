/**
 * Tabs, a shared storage and a server in one process, on a clock that the test moves. Outbox, delivery and collector
 * destination are the real ones; what is made up is the browser around them.
 */
import { vi } from 'vitest'
import { createDelivery, type Delivery } from '../../src/delivery/createDelivery.js'
import { createOutbox } from '../../src/delivery/outbox.js'
import { createCollector } from '../../src/destinations/collector.js'
import type { Storage } from '../../src/storage/createStorage.js'

/** What the server, or the line to it, does with a request. */
export type Fate =
  /** Stored and answered. */
  | 'ok'
  /** Stored, and the answer is lost. */
  | 'unheard'
  /** Not stored, and the page is told so. */
  | 'fails'
  /** Lost on its way; nobody is told before the time limit. */
  | 'lost'

/** A tab that has the site open. */
export interface Tab {
  delivery: Delivery
  /** Makes an event. */
  track: () => void
  /** Tells it of something that happens to the page. */
  tell: (name: string, more?: object) => void
  /** Comes back from the back/forward cache: what was under way never settles. */
  restore: () => void
  /** Ends without a word, after so many more uses of storage. */
  crashAfter: (uses: number) => void
}

/** The browser and the server. */
export interface World {
  /** Tabs that live. */
  tabs: Tab[]
  open: () => Tab
  /** Decides about the oldest request under way, where there is one. */
  decide: (fate: Fate) => void
  /** From now on all requests meet the same fate, after a while. */
  decideAll: (fate: Fate, afterMs?: number) => void
  /** Sets the clock of the device forward or back; timers do not mind. */
  jump: (ms: number) => void
  /** Throws where an event is lost, neither with the server nor in storage, or was not written first. */
  check: () => void
  /** Ids that are neither with the server nor given up; of tabs that still live, or of all. */
  findWaiting: (whose: 'living' | 'all') => string[]
  /** Requests that took too long; they may still arrive. */
  readTimeouts: () => number
  /** Most arrivals of one event at the server. */
  readMostArrivals: () => number
}

const TIMEOUT_MS = 60_000

/** Makes a world without a tab. Needs fake timers, and `vi.unstubAllGlobals` afterwards. */
export function createWorld(): World {
  const stored = new Map<string, string>()
  const received = new Map<string, string>()
  const arrivals = new Map<string, number>()
  const dropped = new Set<string>()
  /** Event → the tab that made it; undefined once it has been in storage, where a crash cannot take it. */
  const made = new Map<string, Tab | undefined>()
  const makers = new Map<string, Tab>()
  const tabs: Tab[] = []
  const requests: ((fate: Fate) => void)[] = []
  let fateOfAll: { fate: Fate; afterMs: number } | undefined

  vi.restoreAllMocks()
  const readClock = Date.now
  let offsetMs = 0
  let timeouts = 0
  vi.spyOn(Date, 'now').mockImplementation(() => readClock() + offsetMs)

  const receive = (body: string): void => {
    const { events } = JSON.parse(body) as { events: { id: string }[] }
    for (const event of events) {
      const json = JSON.stringify(event)
      // Dropping repeats by id is right only where they are the same event.
      if ((received.get(event.id) ?? json) !== json) throw new Error(`${event.id} has changed`)
      received.set(event.id, json)
      arrivals.set(event.id, (arrivals.get(event.id) ?? 0) + 1)
    }
  }
  const request = (body: string, isAwaited: () => boolean): Promise<Response> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        timeouts++
        if (isAwaited()) reject(new TypeError('time is up'))
      }, TIMEOUT_MS)
      const decide = (fate: Fate): void => {
        if (fate === 'ok' || fate === 'unheard') receive(body)
        if (fate === 'lost' || fate === 'unheard' || !isAwaited()) return
        clearTimeout(timer)
        resolve(new Response('', { status: fate === 'ok' ? 200 : 503 }))
      }
      if (fateOfAll === undefined) requests.push(decide)
      else {
        const { fate, afterMs } = fateOfAll
        setTimeout(() => decide(fate), afterMs)
      }
    })

  const open = (): Tab => {
    let usesLeft = Infinity
    const end = (): void => {
      usesLeft = 0
      const at = tabs.indexOf(tab)
      if (at >= 0) tabs.splice(at, 1)
    }
    /** Does something for the page, if it still lives. */
    const use = <Result>(run: () => Result, otherwise: Result): Result => {
      if (usesLeft <= 0) return otherwise
      const result = run()
      if (--usesLeft <= 0) end()
      return result
    }
    const storage: Storage = {
      read: (name) => use(() => stored.get(name) ?? '', ''),
      write: (name, value) =>
        use(() => {
          stored.set(name, value)
          const id = name.slice(2)
          if (made.has(id)) made.set(id, undefined)
          return true
        }, false),
      remove: (name) =>
        use(() => {
          if (!stored.delete(name)) return
          // Real tabs hear of it some milliseconds later; what one sends in between is a repeat that the server drops.
          for (const other of tabs.filter((one) => one !== tab))
            other.tell('storage', { key: name, oldValue: '{}', newValue: null })
        }, undefined),
      names: () => use(() => [...stored.keys()], []),
      clear: () => undefined,
      onRemoved: (run) => {
        const target = window
        const listener = (event: Event): void => {
          const { key } = event as Event & { key: string } // `tell` has put it there
          run(key)
        }
        target.addEventListener('storage', listener)
        return () => target.removeEventListener('storage', listener)
      },
    }
    const target = Object.assign(new EventTarget(), { setTimeout: globalThis.setTimeout })
    vi.stubGlobal('window', target)
    vi.stubGlobal('document', { visibilityState: 'visible' })
    vi.stubGlobal('location', { href: 'https://journal.example/a' })
    vi.stubGlobal('Request', { prototype: { keepalive: true } })
    let naps = 0
    vi.stubGlobal('fetch', (_url: string, { body }: { body: string }) => {
      const before = naps
      return usesLeft > 0 ? request(body, () => naps === before) : new Promise(() => {})
    })
    const onDrop = (json: string, why: string): void => {
      // Nothing here is invalid, and a page makes less than 200 events: else it is a loss.
      if (why === 'old') dropped.add((JSON.parse(json) as { id: string }).id)
    }
    const outbox = createOutbox(storage, (json) => json, onDrop)
    const destination = createCollector({
      endpoint: 'https://journal.example/collect',
      site: 'journal.example',
      acknowledge: true,
    })
    const delivery = createDelivery({
      outbox,
      destination,
      sends: () => true,
      tellLosses: () => undefined,
    })
    const tab: Tab = {
      delivery,
      track: () => {
        const id = `event-${made.size}`.padEnd(21, '_')
        made.set(id, tab)
        makers.set(id, tab)
        outbox.add(id, JSON.stringify({ id, type: 'view', at: Date.now() }))
        delivery.sendSoon()
      },
      tell: (name, more = {}) => {
        if (usesLeft > 0) target.dispatchEvent(Object.assign(new Event(name), more))
      },
      restore: () => {
        naps++
        tab.tell('pageshow', { persisted: true })
      },
      crashAfter: (uses) => {
        usesLeft = uses
        if (uses <= 0) end()
      },
    }
    tabs.push(tab)
    delivery.start()
    return tab
  }

  const findWaiting: World['findWaiting'] = (whose) =>
    [...made]
      // What never reached storage goes with its tab, and nobody promised otherwise.
      .filter(([id, tab]) => !received.has(id) && !dropped.has(id) && (!tab || tabs.includes(tab)))
      .map(([id]) => id)
      .filter((id) => whose === 'all' || tabs.some((tab) => tab === makers.get(id)))

  return {
    tabs,
    open,
    decide: (fate) => requests.shift()?.(fate),
    decideAll: (fate, afterMs = 0) => {
      fateOfAll = { fate, afterMs }
      for (const decide of requests.splice(0)) decide(fate)
    },
    jump: (ms) => {
      offsetMs += ms
    },
    check: () => {
      for (const id of findWaiting('all')) {
        if (made.get(id)) throw new Error(`${id} was not written`)
        if (!stored.has(`e.${id}`)) throw new Error(`${id} is lost`)
      }
    },
    findWaiting,
    readTimeouts: () => timeouts,
    readMostArrivals: () => Math.max(0, ...arrivals.values()),
  }
}
