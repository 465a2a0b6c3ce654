import { checkEvent } from '../event/checkEvent.js'
import { checkValue } from '../event/checkValue.js'
import type { AparteEvent, Batch } from '../event/events.js'
import { baseFields, batchFields, MAX_EVENTS, WIRE_VERSION } from '../event/fields.js'

/** An event that a batch held and that must not be stored. */
export interface Refusal {
  /** Its id, or where that is unusable its position in `events` counted from 0: `#3`. */
  id: string
  /** One clause that names the field: `depth must be a whole number from 0 to 7`. */
  why: string
}

/** What `readBatch` makes of a body. */
export type ReadBatch =
  | {
      ok: true
      /** The batch with its good events only, each with its known fields only; `events` may be empty. */
      batch: Batch
      refused: Refusal[]
      /** How many events had the id of an earlier good one in the same batch; the earlier one counts. */
      repeated: number
    }
  | {
      ok: false
      /** One sentence for the sender: the whole batch is refused. */
      why: string
    }

/**
 * Reads the body of a request to a collector: JSON of wire format 1. Never throws. A batch of the wrong shape or version is
 * `{ ok: false, why }`; else the good events are told from the bad ones.
 *
 * @example
 * const read = readBatch(body)
 * if (read.ok) await store(read.batch.site, read.batch.events)
 * else answer(400, { error: read.why })
 */
export function readBatch(body: string): ReadBatch {
  let given: unknown
  try {
    given = JSON.parse(body)
  } catch {
    // Any text may arrive; the parser's own message would repeat parts of it.
    return { ok: false, why: 'The body is not JSON.' }
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return { ok: false, why: 'The body must be one JSON object, a batch.' }
  const { v, site, sentAt, events } = given as Record<string, unknown>
  if (v !== WIRE_VERSION)
    return { ok: false, why: `v must be ${WIRE_VERSION}, the wire format that is read here.` }
  const siteFault = checkValue(batchFields.site.rule, site)
  if (siteFault) return { ok: false, why: `site must be ${siteFault}.` }
  const sentAtFault = checkValue(batchFields.sentAt.rule, sentAt)
  if (sentAtFault) return { ok: false, why: `sentAt must be ${sentAtFault}.` }
  if (!Array.isArray(events) || events.length < 1 || events.length > MAX_EVENTS)
    return { ok: false, why: `events must be a list of 1 to ${MAX_EVENTS} events.` }
  return {
    ok: true,
    ...sort(events, { v: WIRE_VERSION, site: site as string, sentAt: sentAt as number }), // both checked above
  }
}

function sort(
  given: unknown[],
  head: Omit<Batch, 'events'>,
): { batch: Batch; refused: Refusal[]; repeated: number } {
  const events = new Map<string, AparteEvent>()
  const refused: Refusal[] = []
  let repeated = 0
  for (const [index, value] of given.entries()) {
    const checked = checkEvent(value)
    if (!checked.ok) refused.push({ id: idOf(value) ?? `#${index}`, why: checked.why })
    else if (events.has(checked.event.id)) repeated++
    else events.set(checked.event.id, checked.event)
  }
  return { batch: { ...head, events: [...events.values()] }, refused, repeated }
}

const idOf = (value: unknown): string | undefined => {
  const id =
    typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : undefined
  return typeof id === 'string' && !checkValue(baseFields.id.rule, id) ? id : undefined
}
