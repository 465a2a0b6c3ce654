/**
 * The script tag: `<script async src="/aparte.min.js" data-endpoint="/collect"></script>`. Reads the options from its
 * `data-*` attributes and from the queue, starts a tracker with every default gesture, and runs the queue.
 */
import { defaultGestures } from './defaultGestures.js'
import { readScriptData } from './dom/readScriptData.js'
import type { Extension, Host } from './extension.js'
import { guard } from './lib/guard.js'
import { DEFAULTS, type Options } from './options.js'
import { createTracker } from './tracker.js'
import type { QueueItem } from './window.js'

/** Reads an attribute as what the option is; what does not fit stays text, which the check of the options names. */
const readAttribute = (text: string, like: unknown): unknown => {
  if (Array.isArray(like)) return text.split(/\s+/).filter(Boolean)
  if (typeof like !== 'boolean') return text
  return /^(true)?$/.test(text) || (text === 'false' ? false : Number(text) || text)
}

const start = (): void => {
  // Without a prototype: so `__proto__` is a name like any other, which the check of the options refuses.
  const options: Options = Object.assign(Object.create(null), {
    endpoint: '',
    gestures: defaultGestures(),
  })
  const data = readScriptData()
  for (const [name, like] of Object.entries(DEFAULTS)) {
    const text = data[name]
    if (text !== undefined) Object.assign(options, { [name]: readAttribute(text, like) })
  }
  const queue: unknown = window.aparte
  // Anything but an array is not ours: an element with this id, for one.
  const items: QueueItem[] = Array.isArray(queue) ? queue : []
  for (const item of items) if (typeof item === 'object') Object.assign(options, item)
  let host: Host | undefined
  const stops: unknown[] = []
  const takeHost: Extension = (given) => {
    host = given
    return () => stops.forEach((stop) => typeof stop === 'function' && guard(() => stop(), warn)())
  }
  options.use = [...(options.use ?? []), takeHost]
  const tracker = createTracker(options)
  const push = (...more: QueueItem[]): void => {
    for (const item of more) {
      if (typeof item === 'function') stops.push(guard(item, warn)(tracker, host))
    }
  }
  // A second script on the page leaves the queue to the first one.
  if (Array.isArray(queue) || typeof window.aparte?.push !== 'function') window.aparte = { push }
  push(...items)
}

const warn = (_: string, cause: unknown): void => console.warn(String(cause))
guard(start, warn)()
