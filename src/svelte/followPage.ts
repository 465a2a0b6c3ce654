import { onMount } from 'svelte'
import { createSubscriber } from 'svelte/reactivity'
import { onChange } from '../adapter/onChange.js'

/** A value that effects and templates follow, in `current`. */
export interface Followed<Value> {
  readonly current: Value
}

/**
 * Makes a followed value: `readFirst`, or undefined, on the server and in the first render, which have to agree; from then on
 * `read`. What follows runs again only where the value has changed.
 */
export function followPage<Value, First = undefined>(
  read: () => Value,
  readFirst?: () => First,
): Followed<Value | First> {
  let readNow: (() => Value | First) | undefined = readFirst
  let last: Value | First | undefined
  let update = (): void => {}
  const track = createSubscriber((tell) => {
    update = () => {
      if (readNow?.() !== last) tell()
    }
    return onChange(update)
  })
  onMount(() => {
    readNow = read
    update()
  })
  return {
    get current() {
      track()
      return (last = readNow?.()) as First // undefined without a first one
    },
  }
}
