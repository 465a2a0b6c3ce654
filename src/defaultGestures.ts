import type { Extension } from './extension.js'
import { copy } from './page/copy.js'

/** Every gesture that the script tag listens for. */
export function defaultGestures(): Extension[] {
  return [copy()]
}
