/** Tells whether an event happened in `[data-aparte-ignore]`, also inside open shadow roots. */
export function isIgnored(event: Event): boolean {
  return event
    .composedPath()
    .some((each) => each instanceof Element && each.matches('[data-aparte-ignore]'))
}
