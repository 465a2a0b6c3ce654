/**
 * The events that wait: in memory always, and in storage, one key for each, while the gate is open. No lock and no
 * read-modify-write, so tabs never overwrite each other.
 */
import type { LostEvent } from '../event/events.js'
import type { Storage } from '../storage/createStorage.js'
import { parseStored } from './parseStored.js'

/** One waiting event. */
export interface Entry {
  id: string
  json: string
  /** Its length in UTF-8, with a comma. */
  bytes: number
  /** Left behind by an earlier page; such events travel in a batch of their own. */
  adopted: boolean
  /** When it was claimed for a page, on the device clock; a fraction keeps claims of two tabs apart. */
  claim: number
  /** Whether a request carries it now. */
  flying?: boolean
  /** Whether storage holds it. */
  stored?: boolean
}

/** The events that wait for delivery. */
export interface Outbox {
  add: (id: string, json: string) => void
  /** Takes the next events for one request and marks them as flying. */
  take: () => Entry[]
  /** Whether some event waits that no request carries. */
  waits: () => boolean
  /** Gives flying events back after a failure, or where the request may die. */
  release: (entries: readonly Entry[]) => void
  /** Gives all events back on a page that slept, and forgets those that another tab has delivered meanwhile. */
  awake: () => void
  /** Forgets an event: delivered, or given up for `why`. */
  settle: (entry: Entry, why?: LostEvent['why']) => void
  /** Takes over what earlier pages left; returns true where some has to wait for a second look. */
  adopt: () => boolean
  /** Writes what is not stored yet, after a consent that allows it. */
  store: () => void
  /** Fits all events to a new mode of consent, also stored ones if `isLess`. `onFit` hears of each that waits on this page. */
  refit: (isLess: boolean, onFit: (before: string, after: string) => void) => void
  /** Forgets all events: nothing may be sent. */
  forget: () => void
  /** Ends listening to other tabs. */
  stop: () => void
}

const KEY = 'e.'
const MAX_WAITING = 200
/** Beyond the limit there is room for the landing and some `lost` events, also in storage. */
const MAX_LOST = 5
/** Orphans leave room for the events of this page. */
const MAX_ADOPTED = 100
const MAX_EVENT_BYTES = 8192
const MAX_AGE_MS = 6048e5 // 7 days
const CLAIM_MS = 15e3
/** A batch has at most 100 events and 30 kB, its head included. */
const MAX_BATCH_EVENTS = 100
const MAX_BATCH_BYTES = 29_500
/** Browsers allow 64 KiB of keepalive bodies under way, shared with other scripts. */
const MAX_FLYING_BYTES = 6e4

/** Far from now in both directions is old, because clocks are also set back. */
const ageMsOf = (at: number): number => Math.abs(Date.now() - at)

/**
 * Makes an outbox.
 *
 * @param fit fits an event, as JSON, to the mode of consent in force; see `fitEvent`
 * @param onDrop hears of each event that is given up
 */
export function createOutbox(
  storage: Storage,
  fit: (json: string) => string,
  onDrop: (json: string, why: LostEvent['why']) => void,
): Outbox {
  const waiting = new Map<string, Entry>()
  const keys = (): string[] => storage.names().filter((name) => name.startsWith(KEY))

  const put = (id: string, json: string, adopted: boolean, claim: number): Entry | undefined => {
    const bytes = new Blob([json]).size + 1
    if (bytes > MAX_EVENT_BYTES) return undefined
    const entry = { id, json: fit(json), bytes, adopted, claim, stored: adopted }
    waiting.set(id, entry)
    return entry
  }

  const store = (entry: Entry): void => {
    // Pages that died may have left as many as the site's storage shall hold; then it is memory only.
    if (!entry.stored && keys().length < MAX_WAITING + MAX_LOST)
      entry.stored = storage.write(KEY + entry.id, entry.json)
  }

  /** Claims an event for this tab before it is sent; false where another tab has just done so. */
  const claims = (entry: Entry): boolean => {
    // No other tab may have it before the request has had some time.
    if (ageMsOf(entry.claim) < CLAIM_MS / 2) return true
    const found = parseStored(storage.read(KEY + entry.id)).claim
    if (found !== entry.claim && ageMsOf(found) < CLAIM_MS) return false
    entry.claim = Date.now() + Math.random()
    // Also where it had not fitted before, or where the page has cleared the storage.
    entry.stored = storage.write(KEY + entry.id, `{"claim":${entry.claim},${entry.json.slice(1)}`)
    return true
  }

  const stop = storage.onRemoved((name) => {
    // Another tab has delivered it. A page that clears its storage says nothing of single keys, and loses no event by it.
    if (name.startsWith(KEY)) waiting.delete(name.slice(KEY.length))
  })

  return {
    add: (id, json) => {
      // The landing may come last, after a consent that had to be waited for.
      const room = /"type":"(lost|landing)"/.test(json) ? MAX_LOST : 0
      const entry = waiting.size < MAX_WAITING + room && put(id, json, false, Date.now())
      if (entry) store(entry)
      else onDrop(json, 'full')
    },
    take: () => {
      const all = [...waiting.values()]
      let room = MAX_FLYING_BYTES
      for (const { flying, bytes } of all) if (flying) room -= bytes
      room = Math.min(room, MAX_BATCH_BYTES)
      const taken: Entry[] = []
      for (const entry of all) {
        if (
          !entry.flying &&
          taken.length < MAX_BATCH_EVENTS &&
          entry.bytes <= room &&
          entry.adopted === (taken[0] ?? entry).adopted &&
          claims(entry)
        ) {
          entry.flying = true
          room -= entry.bytes
          taken.push(entry)
        }
      }
      return taken
    },
    waits: () => [...waiting.values()].some(({ flying }) => !flying),
    release: (entries) => entries.forEach((entry) => (entry.flying = false)),
    awake: () => {
      const names = storage.names()
      for (const entry of waiting.values()) {
        entry.flying = false
        // Where nothing at all is left, the page may have cleared its storage: rather a repeat than a loss.
        if (entry.stored && names.length && !names.includes(KEY + entry.id))
          waiting.delete(entry.id)
      }
    },
    settle: ({ id, json }, why) => {
      // Not where it was forgotten meanwhile, or delivered by another tab.
      const isOurs = waiting.delete(id)
      storage.remove(KEY + id)
      if (why && isOurs) onDrop(json, why)
    },
    adopt: () =>
      keys().reduce((isLeft, name) => {
        const id = name.slice(KEY.length)
        if (waiting.has(id)) return isLeft
        const { json, at, claim } = parseStored(storage.read(name))
        if (ageMsOf(claim) < CLAIM_MS) return true
        const ageMs = ageMsOf(at)
        if (ageMs < MAX_AGE_MS) {
          if (waiting.size >= MAX_ADOPTED) return true
          put(id, json, true, claim)
        } else {
          storage.remove(name)
          if (ageMs) onDrop(json, 'old')
        }
        return isLeft
      }, false),
    store: () => waiting.forEach(store),
    refit: (isLess, onFit) => {
      const names = isLess ? keys() : []
      for (const name of names) {
        const value = storage.read(name)
        const fitted = fit(value)
        if (fitted !== value) storage.write(name, fitted)
      }
      for (const entry of waiting.values()) {
        const { json } = entry
        entry.json = fit(json)
        // Where nothing is left, it was deleted.
        entry.stored &&= !isLess || !!names.length
        onFit(json, entry.json)
      }
    },
    forget: () => {
      // Half of a refused batch is not sent again either.
      for (const entry of waiting.values()) entry.flying = false
      waiting.clear()
    },
    stop,
  }
}
