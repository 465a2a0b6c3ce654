import { guard } from './guard.js'
import type { Stop } from './listen.js'

/** Functions that wait for values of named types. */
export interface Listeners<Value extends { type: string }> {
  /** Adds a function, which is called for each later value of that type, and at once for one that is kept. */
  on: <Type extends Value['type']>(
    type: Type,
    listener: (value: Extract<Value, { type: Type }>) => void,
  ) => Stop
  /** Calls the functions for the value's type. What they throw is caught and handed on. `keep` replays it to late ones. */
  emit: (value: Value, keep?: boolean) => void
}

/** Makes a set of listeners. `onThrow` receives what one of them throws; `replays` is asked before a replay. */
export function createListeners<Value extends { type: string }>(
  onThrow: Parameters<typeof guard>[1],
  replays: () => boolean,
): Listeners<Value> {
  const all = new Set<(value: Value) => void>()
  let kept: Value | undefined
  return {
    on: (type, listener) => {
      const call = guard((value: Value) => {
        if (value.type === type) listener(value as Extract<Value, { type: typeof type }>) // just compared
      }, onThrow)
      all.add(call)
      if (kept && replays()) call(kept)
      return () => void all.delete(call)
    },
    emit: (value, keep) => {
      if (keep) kept = value
      // oxlint-disable-next-line unicorn/no-useless-spread -- a listener may add others, which are not meant
      for (const call of [...all]) call(value)
    },
  }
}
