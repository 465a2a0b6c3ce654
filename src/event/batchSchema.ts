/** The JSON Schema of wire format 1, derived from the table in `fields.ts`. */
import {
  batchFields,
  EXTENSION_TYPE,
  MAX_EVENTS,
  ownFields,
  together,
  WIRE_VERSION,
} from './fields.js'
import { fieldsOfType } from './fieldsOfType.js'
import type { EventByType, Field, Rule } from './rules.js'

/** A JSON Schema or a part of one. */
export type JsonSchema = { readonly [key: string]: unknown }

/**
 * Describes a batch as JSON Schema, draft 2020-12; `#/$defs/event` describes one event. A batch is valid by it exactly
 * where `readBatch` takes it and refuses none of its events. Unknown fields are allowed, since they are dropped.
 */
export const batchSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'aparté wire format 1',
  ...objectOf(Object.entries(batchFields), {
    v: { const: WIRE_VERSION },
    events: {
      type: 'array',
      minItems: 1,
      maxItems: MAX_EVENTS,
      items: { $ref: '#/$defs/event' },
    },
  }),
  $defs: {
    event: {
      anyOf: (Object.keys(ownFields) as (keyof EventByType)[]) /* the keys of a constant */
        .map(eventOf),
    },
  },
}

function eventOf(key: keyof EventByType): JsonSchema {
  const fields = fieldsOfType(key === 'x_' ? 'x_any' : key)?.fields ?? []
  const type = key === 'x_' ? { type: 'string', pattern: EXTENSION_TYPE.source } : { const: key }
  const [one, other] = together[key] ?? []
  return {
    ...objectOf(fields, { type }),
    ...(one && other && { dependentRequired: { [one]: [other], [other]: [one] } }),
  }
}

function objectOf(
  entries: readonly (readonly [string, Field])[],
  more: Record<string, JsonSchema>,
): JsonSchema {
  return {
    type: 'object',
    properties: {
      ...more,
      ...Object.fromEntries(entries.map(([name, field]) => [name, schemaOf(field.rule)])),
    },
    required: [
      ...Object.keys(more),
      ...entries.filter(([, field]) => !field.optional).map(([name]) => name),
    ],
  }
}

function schemaOf(rule: Rule): JsonSchema {
  switch (rule.is) {
    case 'text':
      return {
        type: 'string',
        minLength: rule.min,
        maxLength: rule.max,
        ...(rule.like && { pattern: rule.like.source }),
      }
    case 'word':
      return { enum: rule.words }
    case 'number':
      return {
        type: rule.whole ? 'integer' : 'number',
        ...(rule.min !== undefined && { minimum: rule.min }),
        ...(rule.above !== undefined && { exclusiveMinimum: rule.above }),
        ...(rule.max !== undefined && { maximum: rule.max }),
      }
    case 'flag':
      return { type: 'boolean' }
    case 'true':
      return { const: true }
    case 'scalars':
      return {
        type: 'object',
        maxProperties: rule.max,
        propertyNames: { pattern: rule.keyLike.source },
        additionalProperties: {
          anyOf: [
            { type: ['number', 'boolean', 'null'] },
            { type: 'string', maxLength: rule.maxText },
          ],
        },
      }
  }
}
