import { computed, shallowRef, type ComputedRef } from 'vue'
import { onChange } from '../adapter/onChange.js'
import { whileMounted } from './whileMounted.js'

/**
 * Makes a ref: `readFirst` on the server and in the first render, which have to agree; from then on `read`, again whenever the
 * page, its tracker or what `read` depends on changes.
 */
export function followPage<Value>(read: () => Value, readFirst: () => Value): ComputedRef<Value> {
  const version = shallowRef(0)
  whileMounted(() => {
    const tell = (): void => void version.value++
    tell()
    return onChange(tell)
  })
  return computed(() => (version.value ? read() : readFirst()))
}
