/** The field for text that an event happened in, if any. */
export function fieldOf(event: Event): HTMLInputElement | HTMLTextAreaElement | undefined {
  const [field] = event.composedPath()
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
    ? field
    : undefined
}
