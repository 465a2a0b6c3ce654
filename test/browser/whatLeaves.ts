/** What leaves a page, field by field, and how to write that down. */
import type { AparteEvent, Batch } from '../../src/event/events.js'

/** One value on its way: of which event type, in which field, in which mode, and in which visit. */
export interface Leaving {
  type: string
  field: string
  value: unknown
  mode: string
  visit: string
}

/** Every value in the bodies of requests. */
export function readLeaving(bodies: readonly string[], visit: string): Leaving[] {
  return bodies.flatMap((body) => {
    const { events, ...batch } = JSON.parse(body) as Batch
    const mode = events[0]?.mode ?? ''
    const head = Object.entries(batch).map(([field, value]) => ({
      type: 'batch',
      field,
      value,
      mode,
      visit,
    }))
    const all = events.flatMap((event: AparteEvent) =>
      Object.entries(event).map(([field, value]) => ({
        type: event.type.startsWith('x_') ? 'x_…' : event.type,
        field,
        value: value as unknown,
        mode: event.mode,
        visit,
      })),
    )
    return [...head, ...all]
  })
}

/** Words of the table, in the languages of the documents. */
const WORDS = {
  en: {
    heads: ['field', 'events', 'values', 'modes'],
    every: 'every event',
    host: 'a host name',
    id: '21 random characters',
    token: 'a token',
    url: 'an address of the site',
    time: 'a time in milliseconds',
    number: 'a number',
  },
  fr: {
    heads: ['champ', 'événements', 'valeurs', 'modes'],
    every: 'tous',
    host: 'un nom d’hôte',
    id: '21 caractères aléatoires',
    token: 'un jeton',
    url: 'une adresse du site',
    time: 'une heure en millisecondes',
    number: 'un nombre',
  },
}

const isNumber = (value: unknown): value is number => typeof value === 'number'
const code = (word: unknown): string => `\`${JSON.stringify(word).replaceAll('"', '')}\``

/** Says what kind of value a field holds: a few words are listed, what differs each time is described. */
function describeValues(
  field: string,
  values: readonly unknown[],
  words: (typeof WORDS)['en'],
): string {
  const isEach = (like: RegExp): boolean =>
    values.every((value) => typeof value === 'string' && like.test(value))
  if (field === 'site' || field === 'referrerHost') return words.host
  if (isEach(/^[\w-]{21}$/)) return words.id
  if (isEach(/^[ghjkmnpqrstvwxy][0-9a-z]{12}$/)) return words.token
  if (isEach(/^https?:/)) return words.url
  if (values.some((value) => isNumber(value) && value > 1e12)) return words.time
  if (values.every(isNumber)) return words.number
  return [...new Set(values.map(code))].sort().join(', ')
}

/**
 * Writes a Markdown table: each field, the events that have it, what it holds, and the modes in which it was seen. Events that
 * have a field in other modes have a row of their own.
 */
export function writeLeaving(
  all: readonly Leaving[],
  modes: readonly string[],
  language: keyof typeof WORDS,
): string {
  const words = WORDS[language]
  const seenIn = new Map<string, Set<string>>()
  for (const { field, type, mode } of all) {
    const key = `${field} ${type}`
    seenIn.set(key, (seenIn.get(key) ?? new Set()).add(mode))
  }
  const modesOf = ({ field, type }: Leaving): string =>
    modes
      .filter((mode) => seenIn.get(`${field} ${type}`)?.has(mode))
      .map(code)
      .join(', ')
  const groups = new Map<string, Leaving[]>()
  for (const one of all) {
    const key = `${one.field} ${modesOf(one)}`
    const group = groups.get(key) ?? []
    group.push(one)
    groups.set(key, group)
  }
  const types = new Set(all.map(({ type }) => type).filter((type) => type !== 'batch'))
  const rows = [...groups.values()].flatMap((seen) => {
    const [first] = seen
    if (first === undefined) return []
    const { field } = first
    const having = [...new Set(seen.map(({ type }) => type))].sort()
    return [
      [
        code(field),
        having.length === types.size ? words.every : having.map(code).join(', '),
        describeValues(
          field,
          seen.map(({ value }) => value),
          words,
        ),
        modesOf(first),
      ],
    ]
  })
  const lines = rows.map((cells) => `| ${cells.join(' | ')} |`).sort()
  return [`| ${words.heads.join(' | ')} |`, '| --- | --- | --- | --- |', ...lines].join('\n')
}
