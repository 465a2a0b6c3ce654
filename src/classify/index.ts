/**
 * `aparte/classify`: where an arrival came from, from what events carry. Runs in browsers, workers and servers alike.
 *
 * @example
 * import { classify } from 'aparte/classify'
 */
export { classify, type Classification, type Signals, type Source } from './classify.js'
export type { Channel, Kind } from '../channel/channels.js'
