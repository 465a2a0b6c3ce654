/**
 * Entry `aparte/consent/tcf`: takes the reader's answer from a consent platform of IAB Europe's Transparency and Consent
 * Framework (TCF 2.2), and hands the mode that follows from it to the tracker.
 */
import { onLoads } from '../dom/onLoads.js'
import type { Extension } from '../extension.js'
import { guard } from '../lib/guard.js'
import { checkMode } from './checkMode.js'
import type { ConsentMode } from './gate.js'

export type { ConsentMode, Extension }

/** Options of `tcf`. */
export interface TcfOptions {
  /**
   * The mode where the platform says that the GDPR does not apply to this reader. Default: the site's `consent`, or
   * `cookieless` where that is `pending`.
   */
  elsewhere?: ConsentMode
  /**
   * Whether purpose 8 may also rest on the publisher's legitimate interest, which stands until the reader objects. Default
   * false: only consent counts. Purpose 1 always needs consent.
   */
  legitimateInterest?: boolean
}

/** For each purpose whether it is allowed. */
type Purposes = Record<number, unknown> | undefined

/** What a platform hands over; named as in its specification, and foreign. */
interface TcData {
  listenerId?: unknown
  gdprApplies?: unknown
  eventStatus?: unknown
  cmpStatus?: unknown
  isServiceSpecific?: unknown
  publisher?: { consents?: Purposes; legitimateInterests?: Purposes }
}

type TcfApi = (
  command: string,
  version: number,
  hear: (data: TcData | undefined, isGood: unknown) => void,
  listenerId?: unknown,
) => void

/** Events that tell an answer. `cmpuishown` tells none: the dialog has just opened. */
const ANSWERS = new Set<unknown>(['tcloaded', 'useractioncomplete'])

/**
 * Plugs the platform in: `use: [tcf()]`. The publisher's purposes 1 (store on the device) and 8 (measure content) granted
 * mean `granted`; 8 alone `cookieless`; no 8 `denied`. Until the reader has answered the mode is `pending`, which it
 * becomes in the task of the start, and an answer holds while the dialog is open again. A platform that comes later than
 * the tracker is found; one in the page around a frame is not asked, because it answers for another publisher.
 *
 * @see https://github.com/InteractiveAdvertisingBureau/GDPR-Transparency-and-Consent-Framework (CMP API v2)
 * @throws TypeError for an `elsewhere` that is no mode
 */
export function tcf({ elsewhere, legitimateInterest = false }: TcfOptions = {}): Extension {
  if (elsewhere !== undefined) checkMode('tcf: elsewhere', elsewhere)

  return ({ tracker, settings, report }) => {
    const page = window as { __tcfapi?: TcfApi } // by the specification; checked before each call
    const ids = new Set<unknown>()
    let asked: TcfApi | undefined
    let isAnswered = false
    let isStopped = false

    const call = guard((...args: Parameters<TcfApi>) => page.__tcfapi?.(...args), report)
    const remove = (id: unknown): void => call('removeEventListener', 2, () => {}, id)

    const modeOf = (data: TcData): ConsentMode | undefined => {
      const { consents, legitimateInterests } = data.publisher ?? {}
      const { consent } = settings
      if (data.gdprApplies === false)
        return elsewhere ?? (consent === 'pending' ? 'cookieless' : consent)
      // Undefined while the platform finds out. A string of global scope has been invalid since 2021.
      const isValid = data.gdprApplies && data.isServiceSpecific !== false
      if (!isValid || data.cmpStatus === 'error' || !ANSWERS.has(data.eventStatus)) return undefined
      // Restrictions of the publisher are for vendors, and we are none.
      const isMeasured =
        consents?.[8] === true || (legitimateInterest && legitimateInterests?.[8] === true)
      if (!isMeasured) return 'denied'
      return consents?.[1] === true ? 'granted' : 'cookieless'
    }

    const hear = guard((data: TcData | undefined, isGood: unknown): void => {
      const id = data?.listenerId
      if (isStopped && id !== undefined) remove(id)
      if (isStopped || !data || !isGood) return
      if (id !== undefined) ids.add(id)
      const mode = modeOf(data)
      if (!mode) return
      isAnswered = true
      stopLooking()
      tracker.consent(mode)
    }, report)

    const look = (): void => {
      const api = page.__tcfapi
      // The stub queues what it is asked; should a platform forget the queue of another one's stub, it is asked again.
      if (typeof api !== 'function' || api === asked) return
      asked = api
      call('addEventListener', 2, hear)
    }

    const stopLooking = onLoads(look)
    look()
    if (!isAnswered) tracker.consent('pending')
    return () => {
      isStopped = true
      stopLooking()
      ids.forEach(remove)
    }
  }
}
