import { random as cryptoRandom } from 'nanoid'
import { channels, type Channel } from '../channel/channels.js'
import { ALPHABET } from './alphabet.js'
import { checkOf } from './checkOf.js'

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
export function mintToken(
  channel: Channel,
  depth: number,
  random: (bytes: number) => ArrayLike<number> = cryptoRandom,
): string {
  const code = channels.indexOf(channel)
  if (code < 0 || !(depth >= 0) || depth % 1)
    throw new RangeError(`mintToken: no channel ${channel} or depth ${depth}`)
  // Worked example: whatsapp is code 10 = 0b1010, so the first character is index 16 + 0b10 = 18, `j`; with depth 2
  // the second is index 0b10 * 8 + 2 = 18, `j` again.
  let head =
    ALPHABET.charAt(16 + (code >> 2)) + ALPHABET.charAt((code & 3) * 8 + Math.min(depth, 7))
  const bytes = random(9)
  for (let i = 0; i < 9; i++) head += ALPHABET.charAt(Number(bytes[i]) & 31)
  return head + checkOf(head)
}
