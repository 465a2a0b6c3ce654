import { ALPHABET } from './alphabet.js'
import { pairOf } from './pairOf.js'

/**
 * Computes the two check characters of a token from the 11 before them: `checkOf('g0gc6vye2xp') === '5e'`.
 *
 * A weighted sum modulo the prime 1021, the largest below 32², so that two characters hold it. Every changed
 * character moves the sum, and so does every swap, because no power of 37 up to the 11th is 1 modulo 1021.
 */
export function checkOf(head: string): string {
  let k = 7
  for (const character of head) k = (37 * k + ALPHABET.indexOf(character) + 1) % 1021
  return pairOf(k)
}
