import { guard } from '../lib/guard.js'
import type { Stop } from '../lib/listen.js'
import { isIgnored } from './isIgnored.js'
import { patch } from './patch.js'

/** What a call is made with in place of the page's first argument, and what to do once its promise has resolved. */
export interface Prepared<Argument> {
  argument: Argument
  commit: () => void
}

/**
 * Patches a method that gives a promise: `prepare` may give it another first argument, but for a call by a handler of an event
 * in an ignored part. The promise is the browser's own, and where it is rejected the page hears of it by that.
 */
export function patchPromise<Name extends string, Argument>(
  target: Record<Name, (argument: Argument) => Promise<void>>,
  name: Name,
  prepare: (argument: Argument) => Prepared<Argument> | undefined,
  report: Parameters<typeof guard>[1],
): Stop {
  const look = guard((argument: Argument) => (isIgnored() ? undefined : prepare(argument)), report)
  return patch(
    target,
    name,
    (original) =>
      function (this: unknown, ...args) {
        const prepared = look(args[0])
        if (prepared) args[0] = prepared.argument
        const done: Partial<Promise<void>> | undefined = original.apply(this, args)
        // A method that the page has replaced may give nothing back, or no promise.
        if (prepared) done?.then?.(guard(prepared.commit, report), () => {})
        return done as Promise<void> // whatever it is
      },
  )
}
