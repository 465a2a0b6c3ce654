'use client'
import { contextMenu, copy, nativeShare, shareLinks } from 'aparte'
import { AparteProvider } from 'aparte/react'
import { useState } from 'react'

/** Starts aparté in the browser. The options hold functions, so they are made here and not on the server. */
export function Measured({ endpoint, children }) {
  const [options] = useState(() => ({
    endpoint,
    gestures: [copy(), shareLinks(), nativeShare(), contextMenu()],
    onError: ({ code, cause }) => console.warn('aparte', code, cause),
  }))
  return <AparteProvider options={options}>{children}</AparteProvider>
}
