import { useEffect, useState, type ReactNode } from 'react'
import { startTracker } from '../adapter/startTracker.js'
import type { Options } from '../index.js'

/** Props of the provider. */
export interface AparteProviderProps {
  /**
   * Those of createTracker; read when the provider is mounted, later changes do nothing. Without them, nothing is started, and
   * the tracker of the page is used: that of the script tag, or one that the site has started by itself.
   */
  options?: Options | undefined
  children?: ReactNode
}

/**
 * Starts a tracker once it is mounted in a browser, and stops it when it is unmounted. Put one around the application. A
 * wrong option is thrown while it is mounted, to the next error boundary.
 */
export function AparteProvider({ options, children }: AparteProviderProps): ReactNode {
  const [first] = useState(options)
  useEffect(() => first && startTracker(first), [first])
  return children
}
