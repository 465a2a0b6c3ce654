/**
 * Gives what `read` makes of the last match of a global pattern, of its first group without equals signs, that it makes
 * something of.
 */
export function readLast<Found>(
  text: string,
  pattern: RegExp,
  read: (caught: string) => Found | undefined,
): Found | undefined {
  let found: Found | undefined
  for (const [, caught = ''] of text.matchAll(pattern))
    found = read(caught.replace(/=/g, '')) ?? found
  return found
}
