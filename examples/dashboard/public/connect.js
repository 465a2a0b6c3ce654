const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 10_000

/**
 * Follows the stream of snapshots for as long as the page lives. A browser reconnects by itself when a stream breaks, but
 * gives up for good on an answer other than 200, which is what a collector that is down gives: then this asks again.
 *
 * @param {string} url
 * @param {{ onSnapshot: (snapshot: any) => void, onState: (state: 'live' | 'reconnecting') => void }} listeners
 */
export function connect(url, { onSnapshot, onState }) {
  let waitMs = FIRST_WAIT_MS
  const open = () => {
    const source = new EventSource(url)
    source.addEventListener('snapshot', ({ data }) => {
      waitMs = FIRST_WAIT_MS
      onState('live')
      onSnapshot(JSON.parse(data))
    })
    source.addEventListener('error', () => {
      onState('reconnecting')
      if (source.readyState !== EventSource.CLOSED) return
      setTimeout(open, waitMs)
      waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)
    })
  }
  open()
}
