import type { ConsentMode } from './gate.js'

/** As events have it that are held until the reader answers. */
export const HELD = '"mode":"pending"'

/**
 * Fits a waiting event, as JSON, to the mode in force: one that was held gets that mode, and `value` and `currency` of a
 * goal stay in `granted` alone. Any other event keeps the mode in which it was made. While nothing may be sent, it is left
 * as it is.
 */
export function fitEvent(json: string, mode: ConsentMode): string {
  if (mode === 'pending' || mode === 'denied') return json
  const named = json.replace(HELD, `"mode":"${mode}"`)
  // No text in JSON looks like these: its quotes are escaped.
  return mode === 'granted' || !json.includes('"type":"convert"')
    ? named
    : named.replace(/,"(value|currency)":[^,}]+/g, '')
}
