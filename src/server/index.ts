/**
 * `aparte/server`: what a collector needs, without DOM and without Node, so that it runs in any server runtime.
 *
 * @example
 * import { readBatch } from 'aparte/server'
 */
export { readBatch, type ReadBatch, type Refusal } from './readBatch.js'
export { batchSchema, type JsonSchema } from '../event/batchSchema.js'
export type {
  AparteEvent,
  BaseEvent,
  Batch,
  ConvertEvent,
  EngageEvent,
  EventMode,
  ExtensionEvent,
  Gesture,
  LandingEvent,
  LostEvent,
  Navigation,
  ShareEvent,
  ViewEvent,
  VitalEvent,
} from '../event/events.js'
export type { Channel, Kind } from '../channel/channels.js'
