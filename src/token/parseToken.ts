import { TOKEN_PATTERN } from './alphabet.js'
import { checkOf } from './checkOf.js'

const WHOLE = RegExp(`^${TOKEN_PATTERN}$`)

/** Checks a token in all-lower or all-upper case and gives it in lower case; undefined for anything else. */
export function parseToken(text: string): string | undefined {
  const token = text === text.toUpperCase() ? text.toLowerCase() : text
  return WHOLE.test(token) && checkOf(token.slice(0, 11)) === token.slice(11) ? token : undefined
}
