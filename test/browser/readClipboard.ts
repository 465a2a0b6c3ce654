/** Reads the system clipboard from outside the browser: a paste event may show less, or other bytes, than what lies there. */
import { execFile, spawn } from 'node:child_process'
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

const EMPTY = 'aparte/nothing-copied-yet'

// Resolves with undefined where nobody owns the clipboard.
function readTarget(display: string, target: string): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    execFile(
      'xclip',
      ['-display', display, '-selection', 'clipboard', '-o', '-t', target],
      { encoding: 'buffer', maxBuffer: 64 * 1024 * 1024 },
      (error, stdout) => resolve(error === null ? stdout : undefined),
    )
  })
}

async function readTargets(display: string): Promise<string[]> {
  const list = await readTarget(display, 'TARGETS')
  return list === undefined ? [] : list.toString('latin1').split('\n').filter(Boolean)
}

/**
 * Empties the clipboard, runs `copy` (a real key press), waits until somebody has put something there, and returns every
 * flavour of it.
 */
export async function readClipboard(
  display: string,
  copy: () => Promise<void>,
): Promise<Clipboard> {
  // xclip holds the clipboard until somebody else takes it, then ends by itself.
  const holder = spawn(
    'xclip',
    ['-display', display, '-quiet', '-selection', 'clipboard', '-i', '-t', EMPTY],
    { stdio: ['pipe', 'ignore', 'ignore'] },
  )
  try {
    holder.stdin.end('-')
    await waitFor('an empty clipboard', async () => (await readTargets(display)).includes(EMPTY))
    await copy()
    const targets = await waitFor('the copy to reach the clipboard', async () => {
      const found = await readTargets(display)
      return found.length > 0 && !found.includes(EMPTY) && found
    })
    const clipboard: Clipboard = new Map()
    for (const target of targets) {
      if (NOT_CONTENT.has(target) || clipboard.has(target)) continue
      const bytes = await readTarget(display, target)
      if (bytes !== undefined) clipboard.set(target, bytes)
    }
    return clipboard
  } finally {
    holder.kill()
  }
}
