/** Compiled, never run: proves that the table of wire format 1 and the event types cannot drift apart. */
import type { Kind } from '../../src/channel/channels.js'
import type {
  AparteEvent,
  EngageEvent,
  EventMode,
  Gesture,
  LostEvent,
  Navigation,
  VitalEvent,
} from '../../src/event/events.js'
import type {
  EventByType,
  FieldsOf,
  FlagRule,
  NumberRule,
  TextRule,
} from '../../src/event/rules.js'
import type * as words from '../../src/event/words.js'

type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
type Holds<T extends true> = T
type WordOf<List extends readonly string[]> = List[number]

/** Each list of words holds its union, whole and nothing else. */
export type Lists = [
  Holds<Equal<WordOf<typeof words.modes>, EventMode>>,
  Holds<Equal<WordOf<typeof words.kinds>, Kind>>,
  Holds<Equal<WordOf<typeof words.gestures>, Gesture>>,
  Holds<Equal<WordOf<typeof words.navigations>, Navigation>>,
  Holds<Equal<WordOf<typeof words.arrivals>, EngageEvent['arrival']>>,
  Holds<Equal<WordOf<typeof words.evidences>, EngageEvent['evidence']>>,
  Holds<Equal<WordOf<typeof words.ratings>, VitalEvent['rating']>>,
  Holds<Equal<WordOf<typeof words.whys>, LostEvent['why']>>,
]

/** The table has every event type. */
export type Types = Holds<Equal<EventByType[keyof EventByType], AparteEvent>>

interface Sample {
  name: string
  depth?: number
  certain: boolean
}

const text: TextRule = { is: 'text', min: 1, max: 9, means: 'a name' }
const number: NumberRule = { is: 'number' }
const flag: FlagRule = { is: 'flag' }

export const good: FieldsOf<Sample> = {
  name: { rule: text },
  depth: { rule: number, optional: true },
  certain: { rule: flag },
}

// @ts-expect-error: a field of the type is missing in the table
export const missing: FieldsOf<Sample> = {
  name: { rule: text },
  certain: { rule: flag },
}

export const unknown: FieldsOf<Sample> = {
  ...good,
  // @ts-expect-error: the type has no such field
  page: { rule: text },
}

export const requiredButOptional: FieldsOf<Sample> = {
  ...good,
  // @ts-expect-error: optional in the type
  depth: { rule: number },
}

export const optionalButRequired: FieldsOf<Sample> = {
  ...good,
  // @ts-expect-error: required in the type
  name: { rule: text, optional: true },
}

export const otherSort: FieldsOf<Sample> = {
  ...good,
  // @ts-expect-error: a flag in the type
  certain: { rule: number },
}
