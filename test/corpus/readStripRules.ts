import { readFileSync } from 'node:fs'

/** A row of `strip-params.tsv`: a rule of one or more privacy lists. */
interface Rule {
  /** As written. */
  pattern: string
  lists: string[]
  scope: string
  hits: (name: string, value: string) => boolean
}

/** How each kind of pattern is meant. */
const READINGS: Record<string, (pattern: string) => Rule['hits']> = {
  exact: (pattern) => (name) => name === pattern,
  'exact-i': (pattern) => (name) => name.toLowerCase() === pattern.toLowerCase(),
  glob: (pattern) => {
    const whole = RegExp(`^${pattern.split('*').join('.*')}$`)
    return (name) => whole.test(name)
  },
  'regex-i': (pattern) => {
    const whole = RegExp(`^(?:${pattern})$`, 'i')
    return (name) => whole.test(name)
  },
  'regex-nv': (written) => {
    const [, pattern = '', flags] = /^\/(.*)\/(i?)$/.exec(written) ?? []
    const anywhere = RegExp(pattern, flags)
    return (name, value) => anywhere.test(`${name}=${value}`)
  },
  // Of the whole URL, not of one parameter.
  'raw-regex': () => () => false,
  // No name escapes it.
  'all-params': () => () => false,
}

/** Reads the rules of all lists, for single sites too. */
export function readStripRules(): Rule[] {
  const [, ...lines] = readFileSync(new URL('strip-params.tsv', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
  return lines.map((line) => {
    const [pattern = '', kind = '', scope = '', lists = ''] = line.split('\t')
    const read = READINGS[kind]
    if (!read) throw new Error(`no reading for ${line}`)
    return { pattern, lists: lists.split(','), scope, hits: read(pattern) }
  })
}
