/**
 * Entry `aparte/consent/opt-out`: a reader's refusal, which is kept on the device and holds for every page and tab of the
 * site. The refusal is all that is stored.
 */
import { patch } from '../dom/patch.js'
import type { Extension, Host } from '../extension.js'
import { guard } from '../lib/guard.js'
import { listen } from '../lib/listen.js'
import { createFlag } from '../storage/createFlag.js'

export type { Extension }

/** Options of `optOut`. */
export interface OptOutOptions {
  /**
   * Called at the start and whenever it changes, here or in another tab, with whether the reader has refused; for buttons
   * that a framework renders.
   */
  onChange?: (isRefused: boolean) => void
}

/** The extension, and what a page's own button calls. Both work before the tracker runs, too. */
export interface OptOut extends Extension {
  /**
   * Refuses: the mode is `denied`, whatever other adapters and the site say, on this page, in other tabs and at later visits.
   * Returns false where the browser keeps nothing: then it holds for this page only.
   */
  refuse: () => boolean
  /** Takes the refusal back: what other adapters or the site have said last is in force. */
  allow: () => void
  /** Whether the reader has refused. Reads storage. */
  isRefused: () => boolean
}

/** No parameter has a hyphen, so this is never among what a tracker stores and deletes. */
const KEY = 'aparte.opt-out'

const SELECTOR = '[data-aparte-opt-out]'

/**
 * Makes the opt-out: `const choice = optOut()`, then `use: [choice]`. Elements with `data-aparte-opt-out` work by themselves:
 * a checkbox is checked, and a button pressed (`aria-pressed`), while the reader refuses. Nothing is stored but the
 * refusal, under `aparte.opt-out` in `localStorage`, and that is read at each start, before anything else happens.
 */
export function optOut({ onChange }: OptOutOptions = {}): OptOut {
  const kept = createFlag(KEY)
  const applies = new Set<() => void>()
  let isUnkept = false
  let isOn = false
  let last: Event | undefined

  const isRefused = (): boolean => isUnkept || kept.read()
  const show = (): void => {
    for (const element of document.querySelectorAll(SELECTOR)) {
      if (element instanceof HTMLInputElement) element.checked = isOn
      else element.setAttribute('aria-pressed', String(isOn))
    }
  }
  /** Brings all that runs in line with what is kept. */
  const settle = (): void => {
    const before = isOn
    isOn = isRefused()
    if (isOn !== before) applies.forEach((apply) => apply())
  }
  const refuse = (): boolean => {
    isUnkept = !kept.write(true)
    settle()
    return !isUnkept
  }
  const allow = (): void => {
    isUnkept = false
    kept.write(false)
    settle()
  }

  /** Does what the element promises: one that was rendered late may not show yet what is kept. */
  const act = (event: Event): void => {
    const { target } = event
    const element = target instanceof Element && target.closest(SELECTOR)
    if (!element || event === last) return
    last = event
    const isBox = element instanceof HTMLInputElement
    // A box says what it is now by `change`, and tells no more by its click.
    if (isBox === (event.type === 'click')) return
    const isWanted = isBox ? element.checked : element.getAttribute('aria-pressed') !== 'true'
    if (isWanted) refuse()
    else allow()
    show()
  }

  const plug = ({ tracker, mode, report }: Host): (() => void) => {
    const tell = guard(
      (): void => onChange?.(isOn),
      (_, cause) => report('listener', cause),
    )
    isOn = isRefused()
    let wanted = mode()
    const unpatch = patch<'consent', Host['tracker']['consent']>(
      tracker,
      'consent',
      (consent) => (next) => {
        wanted = next
        consent(isOn ? 'denied' : next)
      },
    )
    const apply = (): void => {
      tracker.consent(wanted)
      show()
      tell()
    }
    applies.add(apply)
    if (isOn) tracker.consent(wanted)
    show()
    tell()
    const stops = [
      listen(document, 'DOMContentLoaded', show),
      listen(window, 'click change', guard(act, report)),
      // A page that comes back from the back/forward cache has not heard of what other tabs did meanwhile.
      listen(window, 'storage pageshow', (event) => {
        const { key } = event as Partial<StorageEvent> // null where a page has cleared all of it
        if (!key || key === KEY) guard(settle, report)()
      }),
      unpatch,
      () => applies.delete(apply),
    ]
    return () => stops.forEach((stop) => stop())
  }
  return Object.assign(plug, { refuse, allow, isRefused })
}
