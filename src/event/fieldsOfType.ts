import { baseFields, EXTENSION_TYPE, ownFields } from './fields.js'
import type { EventByType, FieldsByName } from './rules.js'

/** All fields of one event type, and its key in the table. */
export interface TypeFields {
  key: keyof EventByType
  fields: FieldsByName
}

const keys = new Map<unknown, keyof EventByType>(
  (Object.keys(ownFields) as (keyof EventByType)[]) /* the keys of a constant */
    .filter((key) => key !== 'x_')
    .map((key) => [key, key]),
)

/**
 * Looks up the fields of an event type as it stands in an event: `share`, or an extension's such as `x_scroll`. Gives
 * undefined for a type that wire format 1 does not know, whatever sort of value it is.
 */
export function fieldsOfType(type: unknown): TypeFields | undefined {
  const isExtension = typeof type === 'string' && new RegExp(EXTENSION_TYPE, 'u').test(type)
  const key = isExtension ? 'x_' : keys.get(type)
  return key && { key, fields: { ...baseFields, ...ownFields[key] } }
}
