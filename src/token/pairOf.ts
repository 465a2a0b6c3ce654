import { ALPHABET } from './alphabet.js'

/** Writes 10 bits as two characters: `pairOf(174) === '5e'`. */
export function pairOf(bits: number): string {
  return ALPHABET.charAt(bits >> 5) + ALPHABET.charAt(bits & 31)
}
