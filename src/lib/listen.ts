/** Takes an event listener, or anything else that was started, away again. */
export type Stop = () => void

/**
 * Listens on a target for events, their names separated by blanks, in the capture phase unless told otherwise: no handler
 * of the page can hide them then, and on `window` they are heard whether they bubble or not.
 */
export function listen(
  target: EventTarget,
  names: string,
  listener: (event: Event) => void,
  capture = true,
): Stop {
  const all = names.split(' ')
  all.forEach((name) => target.addEventListener(name, listener, capture))
  return () => all.forEach((name) => target.removeEventListener(name, listener, capture))
}
