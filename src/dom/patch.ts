import type { Stop } from '../lib/listen.js'

/**
 * Replaces a method by one that is made from it. The only place where a browser method is patched.
 *
 * `wrap` receives the original and gives a function that keeps its `this`, arguments and return value. The returned stop
 * puts the original back; if another script has patched the method since, ours stays below it and only passes on.
 */
export function patch<Name extends string, Method extends (...args: never[]) => unknown>(
  target: Record<Name, Method>,
  name: Name,
  wrap: (original: Method) => Method,
): Stop {
  const original = target[name]
  const wrapped = wrap(original)
  let on = true
  const patched = function (this: unknown, ...args: never[]): unknown {
    return (on ? wrapped : original).apply(this, args)
  } as Method // the same parameters and result: both are passed through
  target[name] = patched
  return () => {
    on = false
    if (target[name] === patched) target[name] = original
  }
}
