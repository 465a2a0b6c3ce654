/**
 * Entry `aparte/consent/google`: follows Google Consent Mode. It has no way to be asked, so what `gtag` pushes into the
 * data layer is read along, and the mode that follows from `analytics_storage` is handed to the tracker.
 */
import { onLoads } from '../dom/onLoads.js'
import { patch } from '../dom/patch.js'
import type { Extension } from '../extension.js'
import { guard } from '../lib/guard.js'
import type { Stop } from '../lib/listen.js'
import { checkMode } from './checkMode.js'
import type { ConsentMode } from './gate.js'

export type { ConsentMode, Extension }

/** Options of `google`. */
export interface GoogleOptions {
  /** Name of the data layer on `window`, where the site has given it another one. Default `dataLayer`. */
  dataLayer?: string
  /**
   * The mode once the reader has denied `analytics_storage`. Default `denied`: who refuses analytics expects none. Google's
   * own tags go on without cookies then; `cookieless` does the same, where what your dialog says allows that.
   */
  denied?: ConsentMode
}

/** `gtag('consent', 'default' | 'update', signals)`, as `arguments`; all of it foreign. */
interface Command {
  0?: unknown
  1?: unknown
  2?: { analytics_storage?: unknown; region?: unknown; wait_for_update?: unknown }
}

interface DataLayer {
  push: (...entries: unknown[]) => unknown
}

/**
 * Plugs Consent Mode in: `use: [google()]`. `update` is an answer: `granted`, or what `denied` says. A `default` is none:
 * denied or absent means `pending`; granted is in force until an update, after the time of its `wait_for_update`, unless a
 * default for some regions denies it, because a page cannot know where its reader is. In the task of the start the mode is
 * `pending`, or what the data layer says already. What tags set by Tag Manager's own templates is not in the data layer.
 *
 * @see https://developers.google.com/tag-platform/security/guides/consent
 * @throws TypeError for a `denied` that is no mode
 */
export function google({
  dataLayer = 'dataLayer',
  denied = 'denied',
}: GoogleOptions = {}): Extension {
  checkMode('google: denied', denied)

  return ({ tracker, report }) => {
    const seen = new WeakSet()
    const stops: Stop[] = []
    /** The last entry when all were read; a long layer is read again only where others have come. */
    let newest: unknown
    let isUpdated = false
    let isGranted = false
    let isDeniedSomewhere = false
    let timer: ReturnType<typeof setTimeout> | undefined
    let mode: ConsentMode = 'pending'
    let isStarted = false

    // At the start once, when all is read that is there: a mode on the way to another one would delete what is stored.
    const say = (next: ConsentMode): void => {
      mode = next
      if (isStarted) tracker.consent(mode)
    }

    const take = (command: Command): void => {
      if (command[0] !== 'consent') return
      const { 1: kind, 2: signals } = command
      const { analytics_storage: value, region, wait_for_update: waitMs } = signals ?? {}
      const isGrant = value === 'granted'
      if (!isGrant && value !== 'denied') return
      if (kind === 'update') {
        // Updates know no regions; should one name some, it grants nothing.
        if (isGrant && region) return
        isUpdated = true
        clearTimeout(timer)
        return say(isGrant ? 'granted' : denied)
      }
      if (kind !== 'default' || isUpdated) return
      if (!region) isGranted = isGrant
      else if (!isGrant) isDeniedSomewhere = true
      clearTimeout(timer)
      const apply = (): void => say(isGranted && !isDeniedSomewhere ? 'granted' : 'pending')
      if (isGrant && Number(waitMs) > 0) timer = setTimeout(apply, Number(waitMs))
      else apply()
    }

    // Entries are anything, and may throw when they are looked at: then they are no command.
    const read = guard(
      (entry: unknown): void => {
        if (typeof entry !== 'object' || !entry || seen.has(entry)) return
        seen.add(entry)
        take(entry)
      },
      () => {},
    )

    // Pages replace the layer, and its `push`, at any time: what was missed is read here.
    const look = guard((): void => {
      const layer: unknown = Reflect.get(window, dataLayer)
      if (!Array.isArray(layer)) return
      const last: unknown = layer[layer.length - 1]
      if (last !== newest) layer.forEach(read)
      newest = last
      if (seen.has(layer)) return
      seen.add(layer)
      const target: DataLayer = layer
      const unpatch = patch(
        target,
        'push',
        (push) =>
          function (this: unknown, ...entries) {
            entries.forEach(read)
            return push.apply(this, entries)
          },
      )
      stops.push(() => {
        unpatch()
        // As it was: arrays have theirs from the prototype.
        if (target.push === Array.prototype.push) Reflect.deleteProperty(target, 'push')
      })
    }, report)

    look()
    isStarted = true
    say(mode)
    stops.push(onLoads(look))
    return () => {
      clearTimeout(timer)
      stops.forEach((stop) => stop())
    }
  }
}
