import { useState, useSyncExternalStore } from 'react'
import { createLandingReader } from '../adapter/createLandingReader.js'
import { onChange } from '../adapter/onChange.js'
import type { Landing } from '../index.js'

/**
 * How the reader arrived, where it was by a token; the same object in every render. Undefined on the server, while hydrating,
 * until a tracker runs, and while consent is pending or denied.
 */
export function useLanding(): Landing | undefined {
  const [read] = useState(createLandingReader)
  return useSyncExternalStore(onChange, read, () => undefined)
}
