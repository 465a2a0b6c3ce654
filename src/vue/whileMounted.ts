import { onMounted, onUnmounted } from 'vue'
import type { Stop } from '../lib/listen.js'

/** Starts something when the component is mounted in a browser, and stops it when the component is unmounted. */
export function whileMounted(start: () => Stop | undefined): void {
  let stop: Stop | undefined
  onMounted(() => {
    stop = start()
  })
  onUnmounted(() => stop?.())
}
