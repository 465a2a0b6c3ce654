import { computed, shallowRef, type ComputedRef } from 'vue'
import { onChange } from '../adapter/onChange.js'
import { whileMounted } from './whileMounted.js'

/**
 * Makes a ref: `readFirst`, or undefined, on the server and in the first render, which have to agree; from then on `read`, again
 * whenever the page, its tracker or what `read` depends on changes.
 */
export function followPage<Value, First = undefined>(
  read: () => Value,
  readFirst?: () => First,
): ComputedRef<Value | First> {
  const version = shallowRef(0)
  whileMounted(() => {
    const tell = (): void => void version.value++
    tell()
    return onChange(tell)
  })
  return computed(() => (version.value ? read() : (readFirst?.() as First))) // undefined without one
}
