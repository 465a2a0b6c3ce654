import { STRIP_RULES } from './stripRules.js'

/** A rule of a privacy list that takes a parameter out of URLs. */
export interface StripRule {
  /** The list, as it names itself. */
  list: string
  /** What the name has to be: the name itself, or a pattern. */
  pattern: string
  /** `true` where it applies to requests of some sort only, such as those to other sites. */
  conditional: boolean
}

/** Most are plain names, for which no pattern has to be compiled. */
const isMatch = (pattern: string, name: string): boolean =>
  /\W/.test(pattern) && RegExp(`^(?:${pattern})$`).test(name)

const CONDITIONAL = ' (conditional)'

/**
 * Finds the rules that take a parameter of this name out of the URLs of all sites: `findStripRules('ref')` gives, among
 * others, `{ list: 'ClearURLs', pattern: 'ref', conditional: false }`. Empty for a name that is safe.
 */
export function findStripRules(name: string): StripRule[] {
  return STRIP_RULES.split(/\n(?! )/).flatMap((line) => {
    const [head = '', names = ''] = line.split(/: /)
    const conditional = head.endsWith(CONDITIONAL)
    const list = conditional ? head.slice(0, -CONDITIONAL.length) : head
    return names
      .split(/\s+/)
      .filter((pattern) => pattern === name || isMatch(pattern, name))
      .map((pattern) => ({ list, pattern, conditional }))
  })
}
