/**
 * The shapes that `fields.ts` is written in, and the types that make the compiler refuse a table that differs from the
 * event types: a field missing or unknown, optional on one side only, or of another sort.
 */
import type {
  BaseEvent,
  Batch,
  ConvertEvent,
  EngageEvent,
  ExtensionEvent,
  LandingEvent,
  LostEvent,
  ShareEvent,
  ViewEvent,
  VitalEvent,
} from './events.js'

/** A string of `min` to `max` characters (code points) that matches `like`, compiled once for all events. */
export interface TextRule {
  readonly is: 'text'
  readonly min: number
  readonly max: number
  readonly like?: RegExp
  /** What it must be, for the sentence of a refusal: `a token of 13 characters`. */
  readonly means: string
}

/** One word of a closed list. */
export interface WordRule<Word extends string = string> {
  readonly is: 'word'
  readonly words: readonly Word[]
}

/** A finite number from `min` to `max`; `above` excludes its own value, `whole` refuses fractions. */
export interface NumberRule {
  readonly is: 'number'
  readonly min?: number
  readonly above?: number
  readonly max?: number
  readonly whole?: true
}

/** `true` or `false`. */
export interface FlagRule {
  readonly is: 'flag'
}

/** `true`, or the field is absent. */
export interface TrueRule {
  readonly is: 'true'
}

/** An object of at most `max` scalars, its strings at most `maxText` characters. */
export interface ScalarsRule {
  readonly is: 'scalars'
  readonly max: number
  readonly maxText: number
  /** Pattern of its keys. */
  readonly keyLike: RegExp
}

/** Any rule for the value of one field. */
export type Rule = TextRule | WordRule | NumberRule | FlagRule | TrueRule | ScalarsRule

/** What the table says of one field. */
export interface Field {
  readonly rule: Rule
  readonly optional?: true
}

/** The fields of one object by name, as the table holds them. */
export type FieldsByName = Readonly<Record<string, Field>>

/** The event types and their shapes; `x_` stands for every type that begins with it. */
export interface EventByType {
  share: ShareEvent
  landing: LandingEvent
  view: ViewEvent
  engage: EngageEvent
  convert: ConvertEvent
  vital: VitalEvent
  lost: LostEvent
  x_: ExtensionEvent
}

type RuleOf<Value> = [Value] extends [true]
  ? TrueRule
  : [Value] extends [boolean]
    ? FlagRule
    : [Value] extends [number]
      ? NumberRule
      : [Value] extends [string]
        ? TextRule | WordRule<Value>
        : ScalarsRule

type FieldOf<Shape, Name extends keyof Shape> =
  object extends Pick<Shape, Name>
    ? { readonly rule: RuleOf<NonNullable<Shape[Name]>>; readonly optional: true }
    : { readonly rule: RuleOf<Shape[Name]>; readonly optional?: never }

/** The table that describes `Shape`: every field of it and no other, optional where it is optional there. */
export type FieldsOf<Shape> = { readonly [Name in keyof Shape]-?: FieldOf<Shape, Name> }

/** The fields that every event has; `type` is the key of the table. */
export type BaseFields = FieldsOf<BaseEvent>

/** The fields that each type adds to those of every event. */
export type OwnFields = {
  readonly [Type in keyof EventByType]: FieldsOf<Omit<EventByType[Type], keyof BaseEvent | 'type'>>
}

/** The fields of a batch beside `v` and `events`. */
export type BatchFields = FieldsOf<Omit<Batch, 'v' | 'events'>>
