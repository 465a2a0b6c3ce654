/** Reads a stored event. `at` and `claim` are NaN for somebody else's value under our name. */
export function parseStored(value: string): { json: string; at: number; claim: number } {
  try {
    const { at, claim } = JSON.parse(value) as Record<string, unknown> // throws for null
    const json = value.replace(/^{"claim":[\d.]+,/, '{')
    return { json, at: Number(at), claim: Number(claim ?? at) } // NaN where it is not so
  } catch {
    return { json: '', at: NaN, claim: NaN } // SyntaxError or TypeError
  }
}
