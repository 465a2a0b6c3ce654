/**
 * The events that wait: in memory always, and in storage, one key for each, while the gate is open. No lock and no
 * read-modify-write, so tabs never overwrite each other.
 */
import type { LostEvent } from '../event/events.js'
import type { Storage } from '../storage/createStorage.js'

/** One waiting event. */
export interface Entry {
  id: string
  json: string
  /** Left behind by an earlier page; such events travel in a batch of their own. */
  adopted: boolean
  /** Whether a request carries it now. */
  flying?: boolean
  /** Whether a request has failed to deliver it. */
  tried?: boolean
  /** Whether storage holds it. */
  stored?: boolean
}

/** The events that wait for delivery. */
export interface Outbox {
  add: (id: string, json: string, adopted?: boolean) => void
  /** Takes the next events for one request and marks them as flying. */
  take: () => Entry[]
  /** Gives flying events back after a failure; all of them unless some are given. */
  release: (entries?: Iterable<Entry>) => void
  /** Forgets an event: delivered, or given up for `why`. */
  settle: (entry: Entry, why?: LostEvent['why']) => void
  /** Takes over what earlier pages left; returns true where some is too young, because its page may be alive. */
  adopt: () => boolean
  /** Writes what is not stored yet, after a consent that allows it. */
  store: () => void
  /** Notes that storage was cleared, and forgets the events too if `all`. */
  unstore: (all: boolean) => void
}

const KEY = 'e.'
const MAX_WAITING = 200
const MAX_EVENT_BYTES = 8192
const MAX_AGE_MS = 6048e5 // 7 days
const ORPHAN_AGE_MS = 15e3
/** A batch has at most 100 events and 30 kB, its head included. */
const MAX_BATCH_EVENTS = 100
const MAX_BATCH_BYTES = 29_500
/** Browsers allow 64 KiB of keepalive bodies under way, shared with other scripts. */
const MAX_FLYING_BYTES = 6e4

const bytesOf = (text: string): number => new Blob([text]).size + 1

/** Makes an outbox. `onDrop` hears of each event that is given up. */
export function createOutbox(
  storage: Storage,
  onDrop: (json: string, why: LostEvent['why']) => void,
): Outbox {
  const waiting = new Map<string, Entry>()

  const write = (entry: Entry): void => {
    entry.stored ||= storage.write(KEY + entry.id, entry.json)
  }

  const add: Outbox['add'] = (id, json, adopted = false) => {
    if (waiting.size < MAX_WAITING && bytesOf(json) <= MAX_EVENT_BYTES) {
      const entry = { id, json, adopted, stored: adopted }
      waiting.set(id, entry)
      write(entry)
    } else if (!adopted) onDrop(json, 'full')
  }

  /** The age of a stored event by the device clock; NaN for somebody else's value under our name. */
  const ageMsOf = (json: string): number => {
    try {
      return Math.abs(Date.now() - (JSON.parse(json) as { at: number }).at) // NaN where it is not so
    } catch {
      return NaN // SyntaxError, or TypeError for null
    }
  }

  return {
    add,
    take: () => {
      const all = [...waiting.values()]
      let room = MAX_FLYING_BYTES
      for (const { flying, json } of all) if (flying) room -= bytesOf(json)
      room = Math.min(room, MAX_BATCH_BYTES)
      const free = all.filter(({ id, flying, tried, stored }) => {
        // Tried, and no longer stored: another tab has delivered it.
        if (tried && stored && !storage.read(KEY + id)) return !waiting.delete(id)
        return !flying
      })
      return free.filter(
        (entry, i) =>
          i < MAX_BATCH_EVENTS &&
          entry.adopted === free[0]?.adopted &&
          (room -= bytesOf(entry.json)) >= 0 &&
          (entry.flying = true),
      )
    },
    release: (entries = waiting.values()) => {
      for (const entry of entries) {
        entry.tried ||= !!entry.flying
        entry.flying = false
      }
    },
    settle: ({ id, json }, why) => {
      waiting.delete(id)
      storage.remove(KEY + id)
      if (why) onDrop(json, why)
    },
    adopt: () =>
      storage.names().reduce((young, name) => {
        const id = name.slice(KEY.length)
        if (!name.startsWith(KEY) || waiting.has(id)) return young
        const json = storage.read(name)
        const ageMs = ageMsOf(json)
        if (ageMs < ORPHAN_AGE_MS) return true
        if (ageMs < MAX_AGE_MS) add(id, json, true)
        else {
          storage.remove(name)
          if (ageMs) onDrop(json, 'old')
        }
        return young
      }, false),
    store: () => waiting.forEach(write),
    unstore: (all) => {
      for (const entry of waiting.values()) {
        entry.stored = false
        if (all) entry.flying = false
      }
      if (all) waiting.clear()
    },
  }
}
