/** Name of the event on `window` by which an adapter says that a tracker has started or ended. */
export const ANNOUNCED = 'aparte'

/** Tells all that follow the tracker of this page, in whatever framework and bundle, to look for it again. */
export function announce(): void {
  window.dispatchEvent(new Event(ANNOUNCED))
}
