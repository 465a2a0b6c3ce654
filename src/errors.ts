/**
 * What can go wrong after the start. Nothing of it is ever thrown into the page.
 *
 * - `already-running`: a second tracker for the same parameter was made on this page; it is inert.
 * - `page`: the page or a browser method threw during a gesture or a landing; the reader's act went on without us.
 * - `listener`: a function given to `on` or to the queue threw.
 * - `usage`: a method of the tracker was called with something wrong; it did the safe thing.
 */
export type ErrorCode = 'already-running' | 'page' | 'listener' | 'usage'

/** What `onError` receives. */
export interface AparteError {
  code: ErrorCode
  /** What was caught, or a sentence. */
  cause: unknown
}

/** Hands an error to the site's `onError`. Never throws. */
export type Report = (code: ErrorCode, cause: unknown) => void
