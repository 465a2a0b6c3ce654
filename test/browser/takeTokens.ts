import type { Clipboard } from './readClipboard.js'

// Firefox keeps some flavours in UTF-16, where every character has a zero byte behind it.
const PAIR =
  /(?:\?|&(?:\0?a\0?m\0?p\0?;)?)\0?d\0?k\0?s\0?=\0?((?:[ghjkmnpqrstvwxy]\0?)(?:[0-9a-hjkmnp-tv-z]\0?){12})/g

/** A clipboard as it would be without tokens, and the tokens it held, in their order and as often as they stand there. */
export function takeTokens(clipboard: Clipboard): {
  clean: Record<string, string>
  tokens: string[]
} {
  const clean: Record<string, string> = {}
  const tokens: string[] = []
  for (const [flavour, bytes] of clipboard) {
    // One character per byte: nothing is decoded, so nothing can be made equal by decoding.
    clean[flavour] = bytes.toString('latin1').replaceAll(PAIR, (_pair, token: string) => {
      tokens.push(token.replaceAll('\0', ''))
      return ''
    })
  }
  return { clean, tokens }
}
