import { readBatch } from 'aparte/server'

/** @typedef {{ status: number, type: string, body: string }} Answer */

const JSON_TYPE = 'application/json; charset=utf-8'
const MAX_KEPT = 100

/** @param {number} status @param {unknown} reply @returns {Answer} */
const answer = (status, reply) => ({
  status,
  type: JSON_TYPE,
  body: `${JSON.stringify(reply, undefined, 2)}\n`,
})

/**
 * Makes what answers `/collect`: it passes batches on to a collector, or keeps the last 100 events in memory.
 *
 * @param {string | undefined} collector Address of a collector, such as `http://127.0.0.1:4312/collect`.
 * @returns {{ take: (body: string, headers: import('node:http').IncomingHttpHeaders) => Promise<Answer>, show: () => Answer }}
 */
export function createCollect(collector) {
  /** @type {unknown[]} */
  const kept = []
  return {
    show: () => answer(200, kept),
    take: async (body, headers) => {
      if (collector === undefined) {
        const read = readBatch(body)
        if (!read.ok) return answer(400, { error: read.why })
        const { batch, refused, repeated } = read
        kept.push(...batch.events)
        kept.splice(0, kept.length - MAX_KEPT)
        return answer(200, { stored: batch.events.length, repeated, refused })
      }
      const { 'user-agent': agent = '', origin = '' } = headers
      try {
        const passed = await fetch(collector, {
          method: 'POST',
          headers: { 'content-type': 'text/plain;charset=UTF-8', 'user-agent': agent, origin },
          body,
        })
        return { status: passed.status, type: JSON_TYPE, body: await passed.text() }
      } catch {
        // It is down: aparté sends again later.
        return answer(502, { error: 'no collector' })
      }
    },
  }
}
