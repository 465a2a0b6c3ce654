import { baseFields, EXTENSION_TYPE, ownFields } from './fields.js'
import type { EventByType, Field } from './rules.js'

/** All fields of one event type in their order, and its key in the table. */
export interface TypeFields {
  key: keyof EventByType
  fields: readonly (readonly [name: string, field: Field])[]
}

const table = new Map<unknown, TypeFields>(
  (Object.keys(ownFields) as (keyof EventByType)[]) /* the keys of a constant */
    .map((key) => [key, { key, fields: Object.entries({ ...baseFields, ...ownFields[key] }) }]),
)

/**
 * Looks up the fields of an event type as it stands in an event: `share`, or an extension's such as `x_scroll`. Gives
 * undefined for a type that wire format 1 does not know, whatever sort of value it is.
 */
export function fieldsOfType(type: unknown): TypeFields | undefined {
  if (typeof type !== 'string' || !type.startsWith('x_')) return table.get(type)
  return EXTENSION_TYPE.test(type) ? table.get('x_') : undefined
}
