/**
 * Makes a queue for a connection that serves one at a time: `take` runs each task once the ones before it have ended, however they
 * ended, and `done` resolves when the last one has.
 *
 * @returns {{ take: <Result>(task: () => Promise<Result>) => Promise<Result>, done: () => Promise<unknown> }}
 */
export function createTurns() {
  /** @type {Promise<unknown>} */
  let last = Promise.resolve()
  return {
    take(task) {
      const next = last.then(task)
      last = next.catch(() => undefined)
      return next
    },
    done: () => last,
  }
}
