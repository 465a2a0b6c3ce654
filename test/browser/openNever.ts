/** A server that takes requests and never answers: a page with a picture from it never sees its `load` event. */
import { createServer } from 'node:http'
import { listenLocally, type Listening } from '../listenLocally.js'

/** Starts it. */
export function openNever(): Promise<Listening> {
  return listenLocally(createServer(() => undefined))
}
