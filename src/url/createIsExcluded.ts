/**
 * Makes the check of a path against patterns such as `/account/*`, in which `*` stands for any characters, also none.
 * A pattern has to match the whole path; upper and lower case differ.
 */
export function createIsExcluded(patterns: readonly string[]): (path: string) => boolean {
  // Split at the stars and look for the pieces one after the other: linear, where a regular expression is not.
  const rules = patterns.map((pattern) => pattern.split('*'))
  return (path) =>
    rules.some((pieces) => {
      const last = pieces.length - 1
      let from = 0
      return pieces.every((piece, i) => {
        const at = i && i === last ? path.length - piece.length : path.indexOf(piece, from)
        const fits = at >= from && path.startsWith(piece, at) && (i > 0 || at === 0)
        from = at + piece.length
        return fits && (last > 0 || from === path.length)
      })
    })
}
