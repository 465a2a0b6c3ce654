import { createLandingReader } from '../adapter/createLandingReader.js'
import type { Landing } from '../index.js'
import { followPage, type Followed } from './followPage.js'

/**
 * How the reader arrived, in `current`, where it was by a token. Undefined on the server, in the first render, until a tracker
 * runs, and while consent is pending or denied.
 */
export function useLanding(): Followed<Landing | undefined> {
  return followPage(createLandingReader())
}
