import type { Rule, ScalarsRule } from './rules.js'

/**
 * Holds the value of one field against its rule. Returns what the value must be, to end a sentence such as `depth must be
 * a whole number from 0 to 7`, or `undefined` where the value is good. The given value is never repeated in the answer:
 * it may hold what a reader typed.
 */
export function checkValue(rule: Rule, value: unknown): string | undefined {
  switch (rule.is) {
    case 'text':
      return typeof value === 'string' &&
        hasLength(value, rule.min, rule.max) &&
        (!rule.like || rule.like.test(value))
        ? undefined
        : rule.means
    case 'word':
      return rule.words.some((word) => word === value)
        ? undefined
        : `one of ${rule.words.join(', ')}`
    case 'number':
      return isNumber(value) &&
        (!rule.whole || Number.isInteger(value)) &&
        value >= (rule.min ?? value) &&
        value <= (rule.max ?? value) &&
        !(value <= (rule.above ?? -Infinity))
        ? undefined
        : `a ${rule.whole ? 'whole' : 'finite'} number${rangeOf(rule)}`
    case 'flag':
      return typeof value === 'boolean' ? undefined : 'true or false'
    case 'true':
      return value === true ? undefined : 'true or absent'
    case 'scalars':
      return areScalars(rule, value)
        ? undefined
        : `an object of at most ${rule.max} strings (${rule.maxText} characters), numbers, booleans or nulls with plain names`
  }
}

const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value)

// JSON Schema counts code points, and each has one or two units. Nearly every string needs no count: it is good however many
// of its code points have two, or longer than the limit could ever be.
const hasLength = (value: string, min: number, max: number): boolean => {
  if (value.length >= 2 * min && value.length <= max) return true
  if (value.length > 2 * max) return false
  const count = [...value].length
  return count >= min && count <= max
}

const rangeOf = (rule: { min?: number; above?: number; max?: number }): string => {
  const from = rule.above === undefined ? rule.min : rule.above
  if (from === undefined || rule.max === undefined) return ''
  return rule.above === undefined
    ? ` from ${from} to ${rule.max}`
    : ` above ${from} up to ${rule.max}`
}

const areScalars = (rule: ScalarsRule, value: unknown): boolean => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const entries = Object.entries(value)
  return (
    entries.length <= rule.max &&
    entries.every(
      ([key, scalar]) =>
        rule.keyLike.test(key) &&
        (scalar === null ||
          typeof scalar === 'boolean' ||
          isNumber(scalar) ||
          (typeof scalar === 'string' && hasLength(scalar, 0, rule.maxText))),
    )
  )
}
