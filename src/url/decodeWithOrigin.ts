/** A decoded text, and where each of its UTF-16 units, and its end, came from. */
export interface Decoded {
  text: string
  /** Indices into what was decoded; one entry more than the text has units. */
  from: number[]
}

/** One encoded character of UTF-8, or anything else. */
const UNITS = /%[0-7][\da-f]|%[c-f][\da-f](?:%[89ab][\da-f]){1,3}|[^]/gi

/** Decodes percent-encoding, one level. What is no UTF-8 stays as it is; `hasPlus` makes `+` a blank, as in forms. */
export function decodeWithOrigin(raw: string, hasPlus: boolean): Decoded {
  let text = ''
  const from: number[] = []
  for (const { 0: unit, index } of raw.matchAll(UNITS)) {
    let decoded = hasPlus && unit === '+' ? ' ' : unit
    try {
      if (unit[1]) decoded = decodeURIComponent(unit)
    } catch {
      // URIError: not UTF-8.
    }
    for (let i = 0; i < decoded.length; i++) from.push(decoded === unit ? index + i : index)
    text += decoded
  }
  from.push(raw.length)
  return { text, from }
}
