import { channels, type Channel } from '../channel/channels.js'
import { mintCode, type RandomBytes } from './mintCode.js'

/**
 * Mints the token of one share, 13 characters: `mintToken('whatsapp', 2) === 'jj17jrxfr3m34'`, say.
 *
 * It holds the channel, the depth, 45 random bits and a check; no time, no person, no session.
 *
 * @param channel a name of the channel table
 * @param depth 0 (way in unknown) to 7 (seven or more); larger numbers count as 7
 * @param random returns n random bytes; nanoid's source, `crypto.getRandomValues`, unless given
 * @throws RangeError for a name that is not in the table, or a depth that is no whole number of 0 or more
 */
export function mintToken(channel: Channel, depth: number, random?: RandomBytes): string {
  const code = channels.indexOf(channel)
  if (code < 0 || !(depth >= 0) || depth % 1)
    throw new RangeError(`mintToken: no channel ${channel} or depth ${depth}`)
  return mintCode(code, Math.min(depth, 7), random)
}
