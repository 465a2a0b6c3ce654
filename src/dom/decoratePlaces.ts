import type { Stop } from '../lib/listen.js'

/** A URL in the document, and how another takes its place for a moment. */
export interface Place {
  url: string
  /** Puts a URL there, and returns what puts back what was there, exactly. */
  put: (url: string) => Stop
}

/**
 * Puts the decorated URLs into the document, and returns what takes them out again. If anything throws on the way, what
 * was done is undone first.
 */
export function decoratePlaces(places: readonly Place[], decorate: (url: string) => string): Stop {
  const undo: Stop[] = []
  const restore = (): void => {
    while (undo.length) undo.pop()?.()
  }
  try {
    // From last to first: within a text node the earlier places keep their index.
    for (const { url, put } of [...places].reverse()) undo.push(put(decorate(url)))
  } catch (cause) {
    restore()
    throw cause
  }
  return restore
}
