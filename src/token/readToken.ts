import { channels, type Channel } from '../channel/channels.js'
import { ALPHABET } from './alphabet.js'
import { parseToken } from './parseToken.js'

/** What a token says. */
export interface TokenContent {
  /** The token itself, in lower case. */
  token: string
  /** Where the share went. */
  channel: Channel
  /** Shares in the chain up to this one: 1 = first, 7 = seven or more, 0 = way in unknown. */
  depth: number
}

/**
 * Reads a token in all-lower or all-upper case: `readToken('G0GC6VYE2XP5E')` gives
 * `{ token: 'g0gc6vye2xp5e', channel: 'copy', depth: 0 }`.
 *
 * Returns undefined for anything else: truncated, longer, mixed case, wrong check.
 */
export function readToken(text: string): TokenContent | undefined {
  const token = parseToken(text)
  if (!token) return undefined
  const bits = ALPHABET.indexOf(token.charAt(0)) * 32 + ALPHABET.indexOf(token.charAt(1))
  const channel = channels[(bits >> 3) - 64]
  return channel && { token, channel, depth: bits & 7 }
}
