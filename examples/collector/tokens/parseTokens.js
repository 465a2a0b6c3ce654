import { readToken } from 'aparte/token'

const MAX_TOKENS = 1_000

/**
 * Reads tokens that somebody wrote, with blanks, commas or lines between them.
 *
 * @param {string} text
 * @returns {{ ok: true, tokens: string[] } | { ok: false, why: string }}
 */
export function parseTokens(text) {
  const words = text.split(/[\s,]+/).filter((word) => word)
  if (!words.length) return { ok: false, why: 'No token was given.' }
  if (words.length > MAX_TOKENS)
    return { ok: false, why: `These are more than ${MAX_TOKENS} tokens.` }
  const wrong = words.find((word) => !readToken(word))
  if (wrong !== undefined)
    return {
      ok: false,
      why: `"${wrong.replace(/[^!-~]/g, '?').slice(0, 40)}" is no token.`,
    }
  return { ok: true, tokens: [...new Set(words.map((word) => word.toLowerCase()))] }
}
