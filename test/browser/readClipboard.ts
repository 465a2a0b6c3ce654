/** Reads the system clipboard from outside the browser: a paste event may show less, or other bytes, than what lies there. */
import { takeClipboard } from './drivers/takeClipboard.js'
import { waitFor } from './waitFor.js'

/** Flavour (MIME type or X target) → its bytes. */
export type Clipboard = Map<string, Buffer>

// Answers of the X selection mechanism itself, and Chromium's random id of the frame that was copied from.
const NOT_CONTENT = new Set([
  'TARGETS',
  'TIMESTAMP',
  'MULTIPLE',
  'SAVE_TARGETS',
  'DELETE',
  'INSERT_PROPERTY',
  'INSERT_SELECTION',
  'chromium/x-internal-source-rfh-token',
])

/**
 * Empties the clipboard, runs `copy` (a real key press), waits until somebody has put something there, and returns every
 * flavour of it.
 */
export async function readClipboard(
  display: string,
  copy: () => Promise<void>,
): Promise<Clipboard> {
  const taken = await takeClipboard(display)
  try {
    await copy()
    await waitFor('the copy to reach the clipboard', async () => taken.isFilled())
    for (;;) {
      const clipboard: Clipboard = new Map()
      const before = await taken.read('TIMESTAMP')
      for (const target of await taken.readTargets()) {
        if (NOT_CONTENT.has(target) || clipboard.has(target)) continue
        const bytes = await taken.read(target)
        if (bytes !== undefined) clipboard.set(target, bytes)
      }
      // Filled once more meanwhile: what was read may be of both.
      const after = await taken.read('TIMESTAMP')
      if (clipboard.size > 0 && String(before) === String(after)) return clipboard
    }
  } finally {
    taken.close()
  }
}
