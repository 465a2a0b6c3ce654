/**
 * Records goals, with the token that the reader came by.
 */
import { kindOf } from './channel/kindOf.js'
import type { Host } from './extension.js'
import type { Tracker } from './surface.js'
import { readToken } from './token/readToken.js'

/** What goals need of the tracker. */
export interface ConvertOptions extends Pick<Host, 'track' | 'report'> {
  /** The token that the tab was entered with, something else for none, empty where it is not known. */
  wayIn: () => string
}

/** Makes the tracker's `convert`. */
export function createConvert(options: ConvertOptions): Tracker['convert'] {
  const { track, report, wayIn } = options
  return (name, goal) => {
    const { value, currency = '', key = '' } = goal ?? {} // null, where there are no types
    const way = wayIn()
    const came = readToken(way)
    const text = String(key)
    const isMoney = Number.isFinite(value) && /^[A-Z]{3}$/.test(currency)
    const isNamed = typeof name === 'string' && /^.{1,100}$/s.test(name) && text.length <= 200
    if (!isNamed || (!isMoney && (currency || value !== undefined)))
      report('usage', `convert: ${name}`)
    if (!isNamed) return
    track({
      type: 'convert',
      name,
      ...(isMoney && { value, currency }),
      ...(text && { key: text }),
      ...(came ? { ...came, kind: kindOf(came.channel) } : !way && { depth: 0 }),
    })
  }
}
