/** Leaves out halves of characters, as titles have that were cut within an emoji: `encodeURIComponent` throws at them. */
export function keepWhole(text: string): string {
  return text.replace(/\p{Cs}/gu, '')
}
