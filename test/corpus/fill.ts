/** A letter thirteen places on, as mail scanners write the links that they try. */
const rot13 = (text: string): string =>
  text.replace(/[a-z]/g, (letter) =>
    String.fromCharCode(((letter.charCodeAt(0) - 97 + 13) % 26) + 97),
  )

/** What a placeholder of the corpus of mangled URLs stands for, by its name; `n` is the number behind the colon. */
const READINGS: Record<string, (text: string, n: number) => string> = {
  '': (text) => text,
  UPPER: (text) => text.toUpperCase(),
  LOWER: (text) => text.toLowerCase(),
  TITLE: (text) => text.slice(0, 1).toUpperCase() + text.slice(1),
  WIDE: (text) => text.replace(/./g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
  PCT: (text) => text.replace(/./g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`),
  ROT13: rot13,
  CUT: (text, n) => text.slice(0, n),
  FROM: (text, n) => text.slice(n),
  DAMAGED: (text, n) => text.slice(0, n) + (text[n] === 'q' ? 'r' : 'q') + text.slice(n + 1),
  SWAPPED: (text, n) =>
    text.slice(0, n) +
    text
      .slice(n, n + 2)
      .split('')
      .reverse()
      .join('') +
    text.slice(n + 2),
}

/** A token that is not the one that a row is about. */
const OTHER = 'g0gc6vye2xp5e'

/**
 * Fills in a row of the corpora of mangled URLs: `{PARAM}={TOKEN_CUT:3}` gives `dks=jj1`, `{OTHER}` another token. Throws for
 * an unknown name.
 */
export function fill(template: string, param: string, token: string): string {
  return template
    .replace(/\{OTHER\}/g, OTHER)
    .replace(
      /\{(PARAM|TOKEN)(?:_([A-Z\d]+))?(?::(\d+))?\}/g,
      (placeholder, what: string, name = '', n = '') => {
        const read = READINGS[String(name)]
        if (!read) throw new Error(`no reading for ${placeholder}`)
        return read(what === 'PARAM' ? param : token, Number(n))
      },
    )
}
