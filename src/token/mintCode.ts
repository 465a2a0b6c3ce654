import { random as cryptoRandom } from 'nanoid'
import { ALPHABET } from './alphabet.js'
import { checkOf } from './checkOf.js'
import { pairOf } from './pairOf.js'

/** Gives n random bytes. */
export type RandomBytes = (bytes: number) => ArrayLike<number>

/**
 * Mints a token from the code of a channel, 0 to 59, and a depth, 0 to 7; see `mintToken`.
 *
 * Worked example: whatsapp is code 10 = 0b1010, so the first character is index 16 + 0b10 = 18, `j`; with depth 2 the
 * second is index 0b10 * 8 + 2 = 18, `j` again.
 */
export function mintCode(code: number, depth: number, random: RandomBytes = cryptoRandom): string {
  let head = pairOf((64 + code) * 8 + depth)
  for (const byte of Array.from(random(9))) head += ALPHABET.charAt(byte & 31)
  return head + checkOf(head)
}
