import { DEFAULT_PARAM } from '../url/param.js'
import { USABLE_PARAM } from '../url/usableParam.js'
import { TAKEN_NAMES } from './takenNames.js'
import { findStripRules } from './findStripRules.js'

/** What a command says, and how it ends: 0 all is well, 1 something is wrong with what was checked, 2 wrong usage. */
export interface Outcome {
  exitCode: 0 | 1 | 2
  lines: string[]
}

const isUsable = (name: string): boolean => RegExp(`^(?:${USABLE_PARAM})$`).test(name)

const whyRefused = (name: string): string | undefined => {
  if (isUsable(name)) return undefined
  if (!/^[a-z]{2,8}$/.test(name)) return 'a name is two to eight lower-case letters'
  // Names of others are refused as a whole; what begins like an entity stays so with a letter more.
  return isUsable(`${name.slice(0, 7)}q`)
    ? 'content systems and logins use it'
    : 'it begins with an HTML entity, which &name= in markup would turn into a sign'
}

/**
 * Checks whether a parameter of this name can carry tokens: whether createTracker takes it, whether others use it, and whether
 * a privacy list would take it out of links.
 */
export function checkParam(name: string): Outcome {
  const why = whyRefused(name)
  const rules = findStripRules(name)
  const lines = rules.map(
    ({ list, pattern, conditional }) =>
      `${name}: stripped by ${list}${pattern === name ? '' : `, as ${pattern}`}${conditional ? ', on some requests' : ''}`,
  )
  if (TAKEN_NAMES.has(name))
    lines.unshift(`${name}: content systems or well-known sites use it for something else`)
  if (why) lines.unshift(`${name}: refused, because ${why}`)
  if (lines.length)
    return { exitCode: 1, lines: [...lines, `The default, ${DEFAULT_PARAM}, is stripped by none.`] }
  return { exitCode: 0, lines: [`${name}: usable; no privacy list strips it from all sites`] }
}
