import type { Landing } from '../index.js'
import { readTracker } from './readTracker.js'

/** Makes a function that reads how the reader arrived: the same object as long as it is the same landing. */
export function createLandingReader(): () => Landing | undefined {
  let last: Landing | undefined
  return () => {
    const landing = readTracker()?.landing
    return landing?.token === last?.token ? last : (last = landing)
  }
}
