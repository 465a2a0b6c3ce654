import { describe, expect, it } from 'vitest'
import { batch, post, view } from './collectorEvents.js'
import { startCollector } from './collectorFolder.js'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

describe('the clock', () => {
  it('of a wrong device is corrected by the time it was sent', async () => {
    const { url, query } = await startCollector()
    const wrong = Date.now() - 400 * DAY_MS
    const before = Date.now()
    await post(url, batch([view({ at: wrong - HOUR_MS })], { sentAt: wrong }))
    const after = Date.now()
    const [row] = await query('select ts, at_ms, received from events')
    const ts = Number(row?.ts)
    const received = Number(row?.received)
    expect(received - ts).toBe(HOUR_MS)
    expect(received).toBeGreaterThanOrEqual(before)
    expect(received).toBeLessThanOrEqual(after)
    expect(row?.at_ms).toBe(wrong - HOUR_MS)
  })

  it.each([
    ['more than 8 days old', -8 * DAY_MS - 1, false],
    ['8 days old', -8 * DAY_MS, true],
    ['1 day ahead', DAY_MS, true],
    ['more than 1 day ahead', DAY_MS + 1, false],
  ])('lets an event %s in only where it may be (%i ms)', async (_name, offset, isTaken) => {
    const { url } = await startCollector()
    const sentAt = Date.now()
    const event = view({ at: sentAt + offset })
    const { answer } = await post(url, batch([event, view({ at: sentAt })], { sentAt }))
    expect(answer).toEqual(
      isTaken
        ? { stored: 2, repeated: 0, refused: [] }
        : {
            stored: 1,
            repeated: 0,
            refused: [
              { id: event.id, why: 'at must lie at most 8 days before and 1 day after sentAt' },
            ],
          },
    )
  })
})
