import { checkValue } from './checkValue.js'
import type { AparteEvent } from './events.js'
import { together } from './fields.js'
import { fieldsOfType } from './fieldsOfType.js'

/** A good event with its known fields only, or one sentence that names the field at fault. */
export type CheckedEvent = { ok: true; event: AparteEvent } | { ok: false; why: string }

/**
 * Checks one event of a batch against wire format 1. Fields that the format does not know are dropped; every other fault
 * refuses the event: `{ ok: false, why: 'depth must be a whole number from 0 to 7' }`. Takes any value, never throws.
 * `channel` may be a name that this version's channel table does not hold yet.
 */
export function checkEvent(value: unknown): CheckedEvent {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { ok: false, why: 'an event must be an object' }
  // Names are looked up in the table and read one by one, so keys such as __proto__ have no effect.
  const given = value as Record<string, unknown>
  const known = fieldsOfType(given.type)
  if (!known) return { ok: false, why: 'type is not one that wire format 1 knows' }
  const event: Record<string, unknown> = { type: given.type }
  for (const [name, field] of known.fields) {
    if (!Object.prototype.hasOwnProperty.call(given, name)) {
      if (field.optional) continue
      return { ok: false, why: `${name} is missing` }
    }
    const fault = checkValue(field.rule, given[name])
    if (fault) return { ok: false, why: `${name} must be ${fault}` }
    event[name] = given[name]
  }
  const [one, other] = together[known.key] ?? []
  if (one && other && one in event !== other in event)
    return { ok: false, why: `${one} and ${other} must come together` }
  return { ok: true, event: event as unknown as AparteEvent /* every field was checked */ }
}
