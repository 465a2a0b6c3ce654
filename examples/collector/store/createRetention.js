/** The retention job: lets no event grow older than the collector promises. */

const DAY_MS = 86_400_000

/**
 * Deletes old events now, and again every day until it is stopped. What fails is logged and tried again the next time.
 *
 * @param {{ expire: (days: number) => Promise<number>, days: number, everyMs?: number, log: (line: string) => void, onExpired?: () => void }} parts
 *   `onExpired` is called when something was deleted
 * @returns {Promise<() => void>} stops it; resolves after the first run
 */
export async function createRetention({
  expire,
  days,
  everyMs = DAY_MS,
  log,
  onExpired = () => {},
}) {
  const run = async () => {
    try {
      const count = await expire(days)
      if (!count) return
      log(`Deleted ${count} events that were older than ${days} days.`)
      onExpired()
    } catch (cause) {
      log(`Old events could not be deleted: ${String(cause)}`)
    }
  }
  await run()
  const timer = setInterval(() => void run(), everyMs).unref()
  return () => clearInterval(timer)
}
