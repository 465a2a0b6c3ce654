/** What `test/fixtures/watch.js` and the fixture pages themselves keep on `window`. */

/** What a page notices of a copy. */
export interface Watch {
  /** Copy handlers of the page that ran, in their order. */
  copies: ('document' | 'body')[]
  /** Messages of errors that reached `window`. */
  errors: string[]
  /** How often a MutationObserver found a token in the document. */
  seen: number
  /** How many mutations it was told of. */
  records: number
  /** The document's selection, taken before a hostile page could refuse it. */
  selection: Selection
}

declare global {
  interface Window {
    watch: Watch
    /** Kinds of storage that scripts have touched (`storage.html`). */
    touched: string[]
    /** How often the router has put the token back (`returning.html`). */
    returned: number
  }
}
