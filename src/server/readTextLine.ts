import type { LogLine } from './logLine.js'
import { targetOf } from './targetOf.js'

/** One field: quoted, with what servers escape in it; in brackets; or a word. Each begins where the last one ended. */
const FIELD = /"([^"\\]*(?:\\.[^"\\]*)*)"|\[([^\]]*)\]|[^\s]+/y
/** More fields has no format. */
const MAX_FIELDS = 80
const ESCAPE = /\\(?:x([0-9a-f]{2})|u00([0-9a-f]{2})|(.))/gi
const ISO_BEGIN = /^\d{4}-\d\d-\d\dT/
const URL_BEGIN = /^(?:https?|android-app):\/\//i

/**
 * Reads a line in the formats of nginx, Apache and load balancers, whatever stands before and behind: a time in brackets or as
 * a word, and the request in quotes, `[26/Nov/2026:07:44:07 +0000] "GET /a HTTP/2.0" 200 512 "referrer" "user agent"`.
 * Undefined for a line that is none.
 */
export function readTextLine(line: string): LogLine | undefined {
  const quoted: string[] = []
  let time: string | undefined
  let target: string | undefined
  /** Whether a quoted field stood behind the time: the request, HTTP or not. */
  let found = false
  const end = line.length
  for (let at = 0, fields = 0; at < end && fields < MAX_FIELDS; fields++) {
    FIELD.lastIndex = at
    const match = FIELD.exec(line)
    if (!match) {
      at++ // a blank
      fields--
      continue
    }
    at = FIELD.lastIndex
    const [word, quote, bracket] = match
    if (bracket !== undefined) time ??= /\d[:/-]/.test(bracket) ? bracket : undefined
    else if (quote === undefined) {
      if (!time && ISO_BEGIN.test(word)) time = word
    } else if (target !== undefined) quoted.push(quote)
    else {
      target = targetOf(quote)
      // A request that was no HTTP leaves an empty field, a dash or bytes.
      if (time) found = true
    }
  }
  if (!time || !(found || target !== undefined)) return undefined
  const agents = quoted.filter((text) => !URL_BEGIN.test(text)).map((text) => unescape(text, false))
  return { targets: target === undefined ? [] : [unescape(target, true)], agents, times: [time] }
}

/** Takes back `\"`, `\\`, `\x22`; in a URL the bytes stay percent-encoded, because they may be parts of characters. */
const unescape = (text: string, isUrl: boolean): string =>
  text.includes('\\')
    ? text.replace(ESCAPE, (_, hex?: string, unicode?: string, sign = '') => {
        const byte = hex ?? unicode
        if (byte === undefined) return sign
        return isUrl ? `%${byte}` : String.fromCharCode(parseInt(byte, 16))
      })
    : text
