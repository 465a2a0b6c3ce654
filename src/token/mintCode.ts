import { random as cryptoRandom } from 'nanoid'
import { ALPHABET } from './alphabet.js'
import { checkOf } from './checkOf.js'

/** Gives n random bytes. */
export type RandomBytes = (bytes: number) => ArrayLike<number>

/**
 * Mints a token from the code of a channel, 0 to 59, and a depth, 0 to 7; see `mintToken`.
 *
 * Worked example: whatsapp is code 10 = 0b1010, so the first character is index 16 + 0b10 = 18, `j`; with depth 2 the
 * second is index 0b10 * 8 + 2 = 18, `j` again.
 */
export function mintCode(code: number, depth: number, random: RandomBytes = cryptoRandom): string {
  let head = ALPHABET.charAt(16 + (code >> 2)) + ALPHABET.charAt((code & 3) * 8 + depth)
  const bytes = random(9)
  for (let i = 0; i < 9; i++) head += ALPHABET.charAt(Number(bytes[i]) & 31)
  return head + checkOf(head)
}
