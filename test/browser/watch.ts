/** What `test/fixtures/watch.js` and the fixture pages themselves keep on `window`. */

/** What a page notices of a copy. */
export interface Watch {
  /** Copy handlers of the page that ran, in their order. */
  copies: ('document' | 'body')[]
  /** Messages of errors that reached `window`. */
  errors: string[]
  /** How often a MutationObserver found a token in the document that its own markup had not. */
  seen: number
  /** How many mutations it was told of. */
  records: number
  /** The document's selection, taken before a hostile page could refuse it. */
  selection: Selection
  /**
   * Looks at every frame from now on. The returned function waits for more of them, ends that, and names what is not as it
   * was: nodes, markup, selection, scroll positions, and frames in which the markup was another.
   */
  follow: () => () => Promise<string[]>
}

declare global {
  interface Window {
    watch: Watch
    /** What ends the `follow` that is under way. */
    readChanges: () => Promise<string[]>
    /** Kinds of storage that scripts have touched (`storage.html`). */
    touched: string[]
    /** How often the router has put the token back (`returning.html`). */
    returned: number
  }
}
