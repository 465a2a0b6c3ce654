/**
 * `aparte/server`: what a collector needs, without DOM and without Node, so that it runs in any server runtime.
 *
 * @example
 * import { classifyRequest, readBatch, readUserAgent } from 'aparte/server'
 */
export { readBatch, type ReadBatch, type Refusal } from './readBatch.js'
export {
  classifyRequest,
  type RequestClassification,
  type RequestHeaders,
  type RequestOptions,
} from './classifyRequest.js'
export { readUserAgent, type UserAgent } from './readUserAgent.js'
export {
  createPreviewReader,
  type Preview,
  type PreviewOptions,
  type PreviewReader,
  type PreviewReport,
} from './createPreviewReader.js'
export type { PreviewBot } from './findPreviewBot.js'
export { readPreviews } from './readPreviews.js'
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
export type { Classification, Source } from '../classify/classify.js'
export type { AppKind } from '../classify/apps.js'
export type { Detection } from '../url/detect.js'
export type { Channel, Kind } from '../channel/channels.js'
