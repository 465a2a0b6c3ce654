/**
 * What became of a batch. A list: it was received, but for the events of these ids, which the receiver refuses. A number:
 * try again, after so many milliseconds where it is not zero. Undefined: the receiver will never take this batch as it is.
 */
export type Outcome = readonly string[] | number | undefined

/**
 * Sends one batch of events, each as JSON, to a receiver. `isHiding` says that the page is being hidden or left, and that
 * the request has to outlive it. Never rejects.
 */
export type Destination = (events: readonly string[], isHiding?: boolean) => Promise<Outcome>
