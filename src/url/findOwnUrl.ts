/** Finds the own URL that a text consists of, blanks around it left out. Undefined for any other text. */
export function findOwnUrl(text: string, isOwn: (href: string) => boolean): string | undefined {
  const url = text.trim()
  return /^https?:\S+$/i.test(url) && isOwn(url) ? url : undefined
}
