import { readUserAgent } from 'aparte/server'
import { sourceOf } from './sourceOf.js'

/** @typedef {import('../store/columns.js').Arrival} Arrival */

/**
 * Says of events what the request that brought them tells: the in-app browser, where the page did not know it; the program, where
 * it was one; and where each landing or entry came from. Of the user agent nothing else is kept.
 *
 * @param {readonly Arrival[]} arrivals
 * @param {string} userAgent of the request, or nothing
 * @returns {Arrival[]}
 */
export function withSource(arrivals, userAgent) {
  // A relay may have dropped it: that tells nothing of the reader.
  const agent = userAgent ? readUserAgent(userAgent) : { type: 'browser', id: undefined }
  const bot = agent.type === 'bot' && agent.id ? { bot: agent.id } : {}
  const app = agent.type === 'inapp' && agent.id ? { app: agent.id } : {}
  return arrivals.map((arrival) => {
    const { event } = arrival
    if (event.type !== 'landing' && event.type !== 'view') return { ...arrival, ...bot }
    const told = { ...app, ...event }
    const source = sourceOf(told)
    return { ...arrival, ...bot, event: told, ...(source && { source }) }
  })
}
