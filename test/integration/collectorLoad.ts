/** Load for the tests of what a collector keeps: batches over several connections, until nobody answers any more. */
import { batch, post, view } from './collectorEvents.js'

/** What became of the events that were sent, by id. */
export interface Sent {
  /** Answered with 200. */
  answered: Set<string>
  /** Sent, and the answer never came: they may be stored or not. A tracker sends them again. */
  open: Set<string>
}

const LANES = 8

const newEvents = (count: number): string[] =>
  Array.from({ length: count }, () => String(view().id))

/**
 * Sends batches until a request fails on every connection. Open events of before are sent first, as trackers do. `onAnswer`
 * is called after each 200; any other status rejects.
 */
export async function sendUntilGone(
  url: string,
  sent: Sent,
  onAnswer: (count: number) => void = () => undefined,
): Promise<void> {
  let count = 0
  const again = [...sent.open]
  const lane = async (): Promise<void> => {
    for (;;) {
      const ids = again.length ? again.splice(0, 50) : newEvents(50)
      for (const id of ids) sent.open.add(id)
      const reply = await post(url, batch(ids.map((id) => view({ id })))).catch(() => undefined)
      if (!reply) return
      if (reply.status !== 200) throw new Error(`answered ${reply.status}`)
      for (const id of ids) {
        sent.open.delete(id)
        sent.answered.add(id)
      }
      onAnswer(++count)
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
}
