import fc from 'fast-check'
import { baseFields, ownFields, together } from '../../../src/event/fields.js'
import type { EventByType, FieldsByName, Rule } from '../../../src/event/rules.js'

const key = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_.-]{0,20}$/)

/** Values that a rule takes. */
function valueOf(rule: Rule): fc.Arbitrary<unknown> {
  switch (rule.is) {
    case 'text':
      return rule.like
        ? fc
            .stringMatching(rule.like, { maxLength: rule.max })
            .filter((text) => [...text].length <= rule.max)
        : fc.string({ minLength: rule.min, maxLength: rule.max, unit: 'binary' })
    case 'word':
      return fc.constantFrom(...rule.words)
    case 'number':
      return rule.whole
        ? fc.integer({ min: rule.min ?? 0, max: rule.max ?? 2 ** 31 })
        : fc.double({
            min: rule.min ?? rule.above ?? -1e9,
            max: rule.max ?? 1e9,
            minExcluded: rule.above !== undefined,
            noNaN: true,
          })
    case 'flag':
      return fc.boolean()
    case 'true':
      return fc.constant(true)
    case 'scalars':
      return fc.dictionary(
        key,
        fc.oneof(
          fc.string(),
          fc.double({ noNaN: true, noDefaultInfinity: true }),
          fc.boolean(),
          fc.constant(null),
        ),
        { maxKeys: rule.max, noNullPrototype: true },
      )
  }
}

function eventOf(type: keyof EventByType): fc.Arbitrary<Record<string, unknown>> {
  const fields: FieldsByName = { ...baseFields, ...ownFields[type] }
  const model = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, valueOf(field.rule)]),
  )
  const requiredKeys = Object.keys(fields).filter((name) => !fields[name]?.optional)
  return fc
    .tuple(
      fc.record(model, { requiredKeys, noNullPrototype: true }),
      type === 'x_' ? fc.stringMatching(/^x_[a-z0-9_]{1,40}$/) : fc.constant(type),
    )
    .map(([values, name]) => {
      const event: Record<string, unknown> = { type: name, ...values }
      const pair = together[type]
      if (pair?.some((field) => !(field in event))) for (const field of pair) delete event[field]
      return event
    })
}

const types = Object.keys(ownFields) as (keyof EventByType)[] // the keys of a constant

/** Events of every type that the format takes. */
export const goodEvent: fc.Arbitrary<Record<string, unknown>> = fc.oneof(...types.map(eventOf))

const junk = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(
    null,
    '',
    0,
    -0,
    1.5,
    -1,
    8,
    1e300,
    true,
    false,
    [],
    {},
    'share',
    'x_a',
    'EUR',
  ),
  ...types
    .flatMap((type) => Object.values<{ rule: Rule }>({ ...baseFields, ...ownFields[type] }))
    .map(({ rule }) => valueOf(rule)),
  fc.string({ minLength: 990, maxLength: 1010, unit: 'binary' }),
  fc.dictionary(
    fc.oneof(key, fc.string(), fc.constant('__proto__')),
    fc.jsonValue({ maxDepth: 1 }),
    { maxKeys: 24 },
  ),
)

/** Good events of which one field is replaced, removed, added or changed in one character. */
export const mutatedEvent: fc.Arbitrary<unknown> = goodEvent.chain((event) => {
  const name = fc.constantFrom(...Object.keys(event))
  return fc.oneof(
    fc.tuple(name, junk).map(([field, value]) => ({ ...event, [field]: value })),
    name.map((field) =>
      Object.fromEntries(Object.entries(event).filter(([other]) => other !== field)),
    ),
    fc
      .tuple(
        fc.constantFrom(
          'token',
          'value',
          'currency',
          'depth',
          'rate',
          'load',
          'unknown',
          'constructor',
        ),
        junk,
      )
      .map(([field, value]) => ({ ...event, [field]: value })),
    fc
      .tuple(name, fc.nat(), fc.string({ maxLength: 2, unit: 'binary' }))
      .map(([field, at, text]) => {
        const value = event[field]
        if (typeof value !== 'string') return { ...event, [field]: text }
        const place = at % (value.length + 1)
        return { ...event, [field]: value.slice(0, place) + text + value.slice(place + 1) }
      }),
  )
})
