/** Finds the innermost element on the way of an event that matches a selector, also inside open shadow roots. */
export function inPath(event: Event, selector: string): Element | undefined {
  const isMatch = (each: EventTarget): each is Element =>
    each instanceof Element && each.matches(selector)
  return event.composedPath().find(isMatch)
}
