import { classify } from 'aparte/classify'

/**
 * Tells where a landing, or a view that begins a visit, came from, by what it holds; undefined for any other view.
 *
 * @param {import('aparte/classify').Signals & { type: string }} arrival
 * @returns {import('aparte/classify').Classification | undefined}
 */
export const sourceOf = (arrival) =>
  arrival.type === 'landing' || arrival.entry ? classify(arrival) : undefined
