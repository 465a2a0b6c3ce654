/** How often a condition is looked at, in milliseconds. The only pause in the browser tests. */
const INTERVAL_MS = 25

/**
 * Waits until `read` gives something that is neither undefined nor false, and returns it. After `timeoutMs` (45 s: machines are
 * busy, and a limit is no wait) it rejects with `what` and the last thing seen, so that a failure says what was missing.
 */
export async function waitFor<Value>(
  what: string,
  read: () => Promise<Value | undefined | false>,
  timeoutMs = 45_000,
): Promise<Value> {
  const deadline = Date.now() + timeoutMs
  for (;;) {
    const value = await read()
    if (value !== undefined && value !== false) return value
    if (Date.now() > deadline) throw new Error(`waited ${timeoutMs} ms in vain for ${what}`)
    await new Promise((resolve) => {
      setTimeout(resolve, INTERVAL_MS)
    })
  }
}
